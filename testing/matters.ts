import { randomUUID } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { patentNumberWithCheckDigit } from '#law/identifiers/patent-number.ts'
import { accept, saveDraft, submit } from '#modules/commissions/contract/endpoints.ts'
import type { CommissionForm } from '#modules/commissions/contract/form.ts'
import { cast } from './cast.ts'
import { upload } from './upload.ts'
import type { World } from './world.ts'

export type FormOverrides = Partial<CommissionForm>

export const claimText =
  '1.一种管道连接用快速锁紧接头，包括接头本体、锁紧套和密封圈，所述接头本体设有容纳管端的轴向通孔，其特征在于：' +
  '所述锁紧套套设于所述接头本体的外周并可沿轴向滑动；所述接头本体的外周设有环形凹槽，所述环形凹槽内设有弹性卡环；' +
  '所述锁紧套的内壁设有与所述弹性卡环配合的锥面；所述密封圈设置在所述轴向通孔内并位于所述弹性卡环与管端之间。'

/** A complete and lawful form of a court: a utility model against one product, two questions. The letter must be a file. */
export function commissionForm(w: Pick<World, 'id'>, overrides: FormOverrides = {}): CommissionForm {
  return {
    institutionId: w.id('jia'),
    entrustingType: 'COURT_CIVIL',
    contact: {
      name: '林书记',
      phone: '020-83000012',
      address: '演示市黄埔区开创大道2662号',
      unifiedSocialCreditCode: cast.court.unifiedSocialCreditCode,
    },
    title: '快速锁紧接头实用新型专利技术特征比对',
    purpose: 'TRIAL',
    proceduralStage: 'FIRST_INSTANCE',
    courtCaseNo: '（2026）粤73知民初118号',
    crossExaminationRecordNo: '2026-118-质1',
    reappraisal: false,
    caseFacts:
      '原告主张被告制造、销售的快速接头落入涉案专利权利要求1的保护范围，被告抗辩其锁紧结构与专利不同。',
    ipType: 'PATENT_UTILITY_MODEL',
    field: 'F31',
    right: {
      number: patentNumberWithCheckDigit(2019, 'PATENT_UTILITY_MODEL', 2_049_117),
      title: '一种管道连接用快速锁紧接头',
      holder: '演示管道有限公司',
      legalStatusDate: '2026-02-20',
      claimText,
      assertedClaims: '权利要求1',
    },
    accused: {
      name: 'KJ-25型快速接头',
      description: '实物为黄铜快速接头，外套可轴向滑动，内有开口钢制卡簧与单道橡胶圈；卡簧外侧为台阶面。',
    },
    parties: [
      {
        name: '演示管道有限公司',
        role: 'PLAINTIFF',
        unifiedSocialCreditCode: cast.party.unifiedSocialCreditCode,
        agent: '钱代理',
      },
      { name: '演示五金制品厂', role: 'DEFENDANT', unifiedSocialCreditCode: '', agent: '' },
    ],
    questions: [
      { no: 1, text: '被诉产品的锁紧结构与权利要求1记载的相应技术特征是否相同？' },
      {
        no: 2,
        text: '如不相同，两者在技术手段、实现的功能、达到的效果上有何异同，本领域普通技术人员无需经过创造性劳动是否能够联想到？',
      },
    ],
    appraiserChoice: 'BY_INSTITUTION',
    namedAppraisers: '',
    recusalRequest: '',
    materials: [
      {
        name: '被诉产品实物（KJ-25型）',
        kind: 'SPECIMEN',
        quantity: '1件',
        condition: 'INTACT_SEALED',
        uniqueMark: '封条号 2026-118-1',
        disposal: '鉴定后退还',
      },
      {
        name: '专利证书及授权公告文本复印件',
        kind: 'RIGHT_DOCUMENT',
        quantity: '1份12页',
        condition: 'INTACT_UNSEALED',
        uniqueMark: '',
        disposal: '',
      },
    ],
    materialArrival: 'IN_PERSON',
    fee: { payer: '演示管道有限公司', basis: '双方协商', refund: '未开始鉴定的，全额退还' },
    delivery: { method: 'ELECTRONIC', address: '演示市黄埔区开创大道2662号', copies: 3 },
    confidentiality: 'INTERNAL',
    urgency: 'ORDINARY',
    agreedWorkingDays: null,
    otherTerms: '',
    letterFileId: randomUUID(),
    declarations: { lawfulMaterials: true, lawfulUse: true, notElsewhere: true, noStateSecrets: true },
    ...overrides,
  }
}

let letters = 0

/** A scanned commission letter: a real one-pixel-high PNG, each time with bytes of its own. */
export async function uploadedLetter(w: World, login: string, matter?: string): Promise<string> {
  letters += 1
  const bytes = scannedPage(letters)
  return upload(await w.as(login), { name: `委托函件${letters}.png`, bytes, ...(matter ? { matter } : {}) })
}

/** Filed by the court with its letter; awaiting intake. */
export async function submittedCommission(
  w: World,
  overrides: FormOverrides = {},
  login = 'court-officer',
): Promise<{ id: string }> {
  const officer = await w.as(login)
  const id = randomUUID()
  const letterFileId = overrides.letterFileId ?? (await uploadedLetter(w, login, id))
  const form = commissionForm(w, { ...overrides, letterFileId })
  await officer.call(saveDraft, { id, form: { ...form }, version: 0 })
  await officer.call(submit, { id, form })
  return { id }
}

export const acceptance = {
  matter: 'PATENT_COMPARISON',
  specialisedFact: true,
  excluded: null,
  conflictChecked: true,
  duplicateChecked: true,
  note: '',
} as const

/** Accepted by the intake clerk of institution jia; the case has the id of the commission. */
export async function acceptedCase(
  w: World,
  overrides: FormOverrides = {},
): Promise<{ id: string; code: string }> {
  const { id } = await submittedCommission(w, overrides)
  const intake = await w.as('jia-intake')
  const { body } = await intake.call(
    accept,
    { id, ...acceptance },
    { reasons: { 'no-parallel-commission': '已向委托方核实，系另案。' } },
  )
  return { id, code: body.caseCode }
}

function scannedPage(width: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(1, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(width + 1))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([signature, ...chunks]))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  frame.set(body, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}
