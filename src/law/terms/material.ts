import { term } from '#kernel/term.ts'

/** What a piece of commissioned material is. */
export const materialKind = term('材料种类', {
  COMMISSION_LETTER: '委托函件',
  RIGHT_DOCUMENT: '权利文件',
  SPECIMEN: '检材（被诉实物）',
  REFERENCE_SAMPLE: '样本（比对实物）',
  DRAWING: '图纸',
  PHOTO_OR_VIDEO: '照片、录像',
  ELECTRONIC_DATA: '电子数据',
  TEST_REPORT: '检测报告',
  TECHNICAL_LITERATURE: '技术文献',
  CASE_DOCUMENT: '案卷材料',
  OTHER: '其他',
})

export type MaterialKind = (typeof materialKind.codes)[number]

/** T-05: every move of a material is one of these events. */
export const custodyEventKind = term('流转环节', {
  RECEIVED: '接收',
  STORED: '入库',
  TAKEN_OUT: '领用',
  SPLIT: '分样',
  TESTED: '检验',
  CONSUMED: '消耗',
  DAMAGED: '损坏',
  HANDED_OVER: '移交',
  RETURNED: '退还',
  DESTROYED: '销毁',
})

export type CustodyEventKind = (typeof custodyEventKind.codes)[number]

/** Condition noted at every hand-over (T-01). */
export const materialCondition = term('材料状况', {
  INTACT_SEALED: '封存完好',
  INTACT_UNSEALED: '完好，未封存',
  SEAL_BROKEN: '封条破损',
  PARTLY_DAMAGED: '部分损坏',
  UNUSABLE: '不能使用',
})

export type MaterialCondition = (typeof materialCondition.codes)[number]

/** T-03: whether the parties have examined the material. Only the last three may be a basis in a civil court case. */
export const crossExamination = term('质证情况', {
  NOT_REQUIRED: '不需质证',
  PENDING: '未质证',
  DISPUTED: '有争议，待委托方认定',
  EXAMINED: '已质证',
  WAIVED_AND_CONFIRMED: '当事人放弃质证，已由委托方确认',
  DECIDED_BY_COURT: '有争议，已由法院认定可用',
})

export type CrossExamination = (typeof crossExamination.codes)[number]

/** How material reaches the institution; carriage by others needs mandate and seal (T-04). */
export const materialArrival = term('送交方式', {
  IN_PERSON: '当面送交',
  THIRD_PARTY_CARRIER: '委托他人运送',
  POST: '邮寄',
  ONLINE: '网上提交',
  ON_SITE_COLLECTION: '现场提取',
})

export type MaterialArrival = (typeof materialArrival.codes)[number]
