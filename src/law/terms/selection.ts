import { term } from '#kernel/term.ts'

/** How an institution is chosen (domain brief §9.5). */
export const selectionWay = term('选定方式', {
  AGREEMENT: '当事人协商一致',
  DESIGNATION: '委托机关指定',
  DRAW: '公开抽签',
})

export type SelectionWay = (typeof selectionWay.codes)[number]

/**
 * Why an institution is no candidate, as the authority reads it. RESERVED stands for load and for conflicts out of others' cases
 * alike, so that neither can be told from the other; CONFLICT only for what the authority knows already.
 */
export const exclusion = term('未列入候选的原因', {
  STATE: '名录状态不可荐用',
  REGION: '不在要求的地区',
  CONFLICT: '与本件有您已知的利害关系',
  DECLINED: '已谢绝本件',
  RESERVED: '另有原因，依规定不予说明',
  SCOPE: '业务范围不含',
})

export type Exclusion = (typeof exclusion.codes)[number]

/** Why a chosen institution declines (L-03). */
export const declineReason = term('谢绝理由', {
  RECUSAL: '依法应当回避',
  LOAD: '承办量已满，不能按期完成',
  CAPACITY: '缺少本件所需的人员、设备或者技术条件',
  CHANGED: '机构登记事项正在变更',
  OTHER: '其他理由',
})

export type DeclineReason = (typeof declineReason.codes)[number]
