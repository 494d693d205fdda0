import { resume, suspend, terminate, withdraw as withdrawCase } from '#modules/cases/contract/clock.ts'
import { refuse, requestSupplement, withdraw } from '#modules/commissions/contract/endpoints.ts'
import { recordCorrection } from '#modules/opinions/contract/changes.ts'
import { madeUpCase } from '../journey/made-up-cases.ts'
import { type Matter, matterOf, type Stage, staff } from '../journey/stage.ts'
import { type JourneyStep, journey, playJourney } from '../journey/whole.ts'
import type { Told, Twist } from './story.ts'

/** Tells one matter of the story to its end so far. */
export async function tell(stage: Stage, n: number, told: Told): Promise<Matter> {
  const matter = matterOf(madeUpCase(n), told.client)
  const { ending } = told
  if (isStep(ending)) await playJourney(stage, matter, ending)
  else await twists[ending](stage, matter)
  return matter
}

function isStep(ending: Told['ending']): ending is JourneyStep {
  return journey.some(({ name }) => name === ending)
}

const twists: Readonly<Record<Twist, (stage: Stage, matter: Matter) => Promise<void>>> = {
  async 待补正(stage, matter) {
    await playJourney(stage, matter, '委托')
    const items = ['请补充权利要求书的公告文本', '请写明被诉产品的型号']
    await (await stage.as(staff(matter, 'intake'))).call(requestSupplement, { id: matter.id, items })
  },
  async 不予受理(stage, matter) {
    await playJourney(stage, matter, '委托')
    await (await stage.as(staff(matter, 'intake'))).call(refuse, {
      id: matter.id,
      grounds: ['MATERIAL_UNTRUE_OR_INSUFFICIENT'],
      explanation: '未提供被诉产品实物，书面材料不足以进行特征比对。',
      materialsReturn: '电子材料不留存，通知委托方自行保管原件',
    })
  },
  async 撤回委托(stage, matter) {
    await playJourney(stage, matter, '委托')
    await (await stage.as(matter.client)).call(withdraw, { id: matter.id, reason: '双方已达成和解' })
  },
  async 签约后撤回(stage, matter) {
    await playJourney(stage, matter, '协议')
    await (await stage.as(matter.client)).call(withdrawCase, {
      id: matter.id,
      reason: '双方已达成和解，不再需要鉴定',
    })
  },
  async 中止(stage, matter) {
    await playJourney(stage, matter, '方案与记录')
    await suspendIt(stage, matter)
  },
  async 终止(stage, matter) {
    await playJourney(stage, matter, '方案与记录')
    await suspendIt(stage, matter)
    stage.pass(72)
    const head = await stage.as(staff(matter, 'head'))
    await head.call(resume, { id: matter.id, note: '补充材料期限届满，恢复后处理' })
    await head.call(terminate, {
      id: matter.id,
      ground: 'NON_COOPERATION',
      reason: '委托方未在期限内补充必需的实物，鉴定无法继续。',
      materialReturn: '电子材料归档，纸质材料退还委托方',
      feeSettlement: '按已完成工作量结算，余款退还',
    })
  },
  async 补正意见书(stage, matter) {
    await playJourney(stage, matter)
    stage.pass(48)
    await (await stage.as(staff(matter, 'appraiser1'))).call(recordCorrection, {
      id: matter.opinionId,
      ground: 'WORDING_SLIP',
      text: '第五部分“横杆”误作“横竿”，予以更正。',
      meaningUnchanged: true,
    })
  },
}

async function suspendIt(stage: Stage, matter: Matter): Promise<void> {
  await (await stage.as(staff(matter, 'head'))).call(suspend, {
    id: matter.id,
    ground: 'MATERIAL_SUPPLEMENT',
    reason: '需委托方补充被诉产品实物以拆解比对。',
    expectedEnd: new Date(stage.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10),
  })
}
