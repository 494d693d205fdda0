import { rule } from '#kernel/rule.ts'
import { civilEvidence } from '#law/civil-evidence-2019.ts'
import { commissionAppraisal } from '#law/commission-appraisal-2020.ts'
import { forensicProcedure } from '#law/forensic-procedure-2016.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { shanghai } from '#law/shanghai-2019.ts'
import type { CrossExamination, MaterialArrival } from '#law/terms/material.ts'

const takesMaterial: readonly string[] = [
  'ACCEPTED',
  'TEAM_FORMING',
  'PLANNED',
  'IN_PROGRESS',
  'SUSPENDED',
  'DRAFTING',
]

export const caseTakesMaterial = rule<{ readonly matter: { readonly opened: { readonly state: string } } }>({
  id: 'case-takes-material',
  brief: 'T-01',
  says: '材料在受理后、意见送复核前接收',
  basis: [shanghai.clause('第22条'), forensicProcedure.clause('第22条')],
  check: ({ matter }) =>
    takesMaterial.includes(matter.opened.state)
      ? 'pass'
      : {
          fail: '案件已进入复核或者已经结束，不再接收材料',
          remedy: '确需补充材料的，请先退回拟稿，或另行办理补充鉴定。',
        },
})

export const notYetConfirmed = rule<{ readonly confirmed: boolean }>({
  id: 'material-not-yet-confirmed',
  brief: 'T-02',
  says: '委托方对每件材料确认一次；共同委托的各方都确认',
  basis: [shanghai.clause('第22条'), guangdong.clause('第28条')],
  check: ({ confirmed }) =>
    confirmed
      ? { fail: '本单位已经确认过这件材料', remedy: '不必再确认；登记有误的，请联系承办机构。' }
      : 'pass',
})

interface Arrival {
  readonly input: {
    readonly arrival: MaterialArrival
    readonly mandate: string
    readonly seal: string
    readonly witness: string
    readonly collectedBy: readonly string[]
    readonly receivedAt: string
  }
  readonly now: string
}

export const carrierMandated = rule<Arrival>({
  id: 'carrier-mandated-and-sealed',
  brief: 'T-04',
  says: '委托他人送交的，应当有书面授权，材料封存并在封签上签名',
  basis: [guangdong.clause('第28条')],
  check: ({ input }) => {
    if (input.arrival !== 'THIRD_PARTY_CARRIER') return 'not-applicable'
    if (input.mandate !== '' && input.seal !== '') return 'pass'
    return {
      fail: '他人代送的材料没有写明授权委托或者封签',
      remedy: '请填写授权委托书编号和封签编号、签署人；缺少的，请联系委托方补办后再接收。',
      field: input.mandate === '' ? 'mandate' : 'seal',
    }
  },
})

export const onSiteCollection = rule<
  Arrival & {
    readonly collectors: { readonly staff: number; readonly performing: number }
    readonly minimum: number
  }
>({
  id: 'on-site-collection-witnessed',
  brief: 'T-08',
  says: '现场提取由规定人数以上的本机构人员进行，至少一人为本案鉴定人，并有见证人',
  basis: [forensicProcedure.clause('第24条')],
  check: ({ input, collectors, minimum }) => {
    if (input.arrival !== 'ON_SITE_COLLECTION') return 'not-applicable'
    if (collectors.staff < minimum || collectors.performing < 1)
      return {
        fail: `现场提取人员须为本机构 ${minimum} 人以上，其中至少 1 人为本案鉴定人`,
        remedy: '请补齐提取人员；人员不足的，应当重新组织提取。',
        field: 'collectedBy',
      }
    if (input.witness === '')
      return {
        fail: '没有写明见证人',
        remedy: '请填写到场并签名的见证人；见证人未到场的，应当中止提取。',
        field: 'witness',
      }
    return 'pass'
  },
})

export const receivedInThePast = rule<Arrival>({
  id: 'received-in-the-past',
  brief: 'T-01',
  says: '接收时间如实记录，不得晚于登记时间',
  basis: [shanghai.clause('第22条')],
  check: ({ input, now }) =>
    Date.parse(input.receivedAt) <= Date.parse(now)
      ? 'pass'
      : { fail: '接收时间晚于现在', remedy: '请填写实际接收的时间（北京时间）。', field: 'receivedAt' },
})

export const filesFound = rule<{ readonly missingFiles: readonly string[] }>({
  id: 'material-files-registered',
  brief: 'T-01',
  says: '登记的电子文件应当是本案已上传的文件',
  basis: [shanghai.clause('第22条')],
  check: ({ missingFiles }) =>
    missingFiles.length === 0
      ? 'pass'
      : {
          fail: `有 ${missingFiles.length} 个文件不是本案双方上传的，或者已登记在另一件材料下`,
          remedy: '请先上传文件，或在列表中选择本案文件。',
          field: 'fileIds',
        },
})

const mayBeBasis: readonly CrossExamination[] = ['EXAMINED', 'WAIVED_AND_CONFIRMED', 'DECIDED_BY_COURT']

/** T-03: whether material may be a basis under this procedure. */
export function crossExamined(profile: string, outcome: CrossExamination): boolean {
  return mayBeBasis.includes(outcome) || (profile !== 'COURT_CIVIL' && outcome === 'NOT_REQUIRED')
}

export const crossExaminationRecorded = rule<{
  readonly matter: { readonly opened: { readonly profile: string } }
  readonly input: { readonly outcome: CrossExamination; readonly recordNo: string }
}>({
  id: 'cross-examination-recorded',
  brief: 'T-03',
  says: '民事诉讼委托的材料须经质证，质证结果应当有笔录',
  basis: [
    civilEvidence.clause('第34条'),
    commissionAppraisal.clause('第4条'),
    commissionAppraisal.clause('第5条'),
  ],
  check: ({ matter, input }) => {
    if (matter.opened.profile === 'COURT_CIVIL' && input.outcome === 'NOT_REQUIRED')
      return { fail: '民事诉讼委托的材料不能免予质证', remedy: '请如实选择质证情况。', field: 'outcome' }
    if (mayBeBasis.includes(input.outcome) && input.recordNo === '')
      return { fail: '没有写明质证笔录编号', remedy: '请填写质证笔录或者认定文书的编号。', field: 'recordNo' }
    return 'pass'
  },
})
