import { concludeAgreement, recordFee, signAgreement } from '#modules/cases/contract/agreement.ts'
import {
  assignHandlers,
  assignIssuer,
  assignReviewer,
  nominateAppraiser,
  serveRecusalNotice,
  showTeam,
  signCommitment,
} from '#modules/cases/contract/team.ts'
import { undertakeConfidentiality, undertaking } from '#modules/materials/contract/materials.ts'
import { type Matter, type Stage, staff } from './stage.ts'

/** 3: into a case limited to named persons its administrator lets those of the desk who have a part in it. */
export async function letIn(stage: Stage, matter: Matter): Promise<void> {
  if (!matter.limited) return
  const { id } = matter
  const admin = await stage.as(staff(matter, 'admin'))
  const desk = ['intake', 'custodian', 'archivist']
  const accountIds = desk.map((who) => stage.id(staff(matter, who)))
  stage.say('指定经办人员', (await admin.call(assignHandlers, { id, accountIds })).traceIndex)
  await promiseSecrecy(stage, matter, desk)
}

/** T-10: each for himself, before the first look at material. */
async function promiseSecrecy(stage: Stage, matter: Matter, who: readonly string[]): Promise<void> {
  for (const each of who) {
    const by = await stage.as(staff(matter, each))
    const promised = await by.call(undertakeConfidentiality, { id: matter.id, promise: undertaking })
    stage.say('签署保密承诺', promised.traceIndex)
  }
}

/** 4: agreement signed by both sides, fee recorded; the clock starts. */
export async function concludeIt(stage: Stage, matter: Matter): Promise<void> {
  const { id } = matter
  const client = await stage.as(matter.client)
  const head = await stage.as(staff(matter, 'head'))
  const intake = await stage.as(staff(matter, 'intake'))
  stage.say('委托方签署协议', (await client.call(signAgreement, { id })).traceIndex)
  stage.say('机构负责人签署协议', (await head.call(signAgreement, { id })).traceIndex)
  const fee = await intake.call(recordFee, {
    id,
    outcome: 'PREPAID',
    amountFen: 3_000_000,
    receiptNo: '演-0001',
  })
  stage.say('登记鉴定费预交', fee.traceIndex)
  const concluded = await intake.call(concludeAgreement, { id })
  stage.say(`协议生效，期限 ${concluded.body.limit} 个工作日，至 ${concluded.body.due}`, concluded.traceIndex)
}

const none = {
  PARTY_OR_RELATIVE: false,
  INTEREST: false,
  ACTED_IN_CASE: false,
  SAME_MATTER: false,
  OTHER: false,
} as const

/** 5: two qualified appraisers, reviewer and issuer, commitment letters, recusal notice. */
export async function formTeam(stage: Stage, matter: Matter): Promise<void> {
  const { id } = matter
  const admin = await stage.as(staff(matter, 'admin'))
  for (const [who, lead] of [
    ['appraiser1', true],
    ['appraiser2', false],
  ] as const) {
    const named = await admin.call(nominateAppraiser, { id, accountId: stage.id(staff(matter, who)), lead })
    stage.say(`指定鉴定人${lead ? '（主鉴定人）' : ''}`, named.traceIndex)
  }
  const reviewers = await admin.call(assignReviewer, {
    id,
    accountIds: [stage.id(staff(matter, 'reviewer'))],
  })
  stage.say('指定复核人', reviewers.traceIndex)
  const issuer = await admin.call(assignIssuer, { id, accountId: stage.id(staff(matter, 'issuer')) })
  stage.say('指定签发人', issuer.traceIndex)
  for (const who of ['appraiser1', 'appraiser2']) {
    const appraiser = await stage.as(staff(matter, who))
    stage.say('签署鉴定人承诺书', (await appraiser.call(signCommitment, { id, conflicts: none })).traceIndex)
  }
  if (matter.limited) await promiseSecrecy(stage, matter, ['appraiser1', 'appraiser2', 'reviewer', 'issuer'])
  const { body: team } = await admin.call(showTeam, { id })
  const served = team.parties.map((name) => ({ name, method: 'ELECTRONIC' as const, receipt: '演示回执' }))
  stage.say('告知鉴定组与回避权利', (await admin.call(serveRecusalNotice, { id, served })).traceIndex)
}
