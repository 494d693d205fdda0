import { term } from '#kernel/term.ts'

/** K-03: grounds that stop the clock. */
export const suspensionGround = term('中止鉴定的情形', {
  OBJECT_UNSTABLE: '鉴定对象或者材料处于不稳定状态，影响结果',
  OBJECT_UNAVAILABLE: '被鉴定人或者鉴定对象不能到场或者提供',
  SPECIAL_TEST: '需预约特殊检验或者等待检验结果',
  WITNESS_ABSENT: '应当到场的见证人不能到场',
  MATERIAL_SUPPLEMENT: '需要补充或者重新提取鉴定材料',
  AGREED: '委托书约定的其他情形',
})

export type SuspensionGround = (typeof suspensionGround.codes)[number]

/** O-18: grounds that end a case without an opinion. */
export const terminationGround = term('终止鉴定的情形', {
  REFUSAL_GROUND_FOUND: '发现有不予受理的情形',
  MATERIAL_EXHAUSTED: '鉴定材料耗尽或者损坏且无法补充',
  NON_COOPERATION: '委托方或者当事人不配合、干扰，致鉴定无法进行',
  COMMISSION_WITHDRAWN: '委托方撤回委托或者要求终止',
  FEE_REFUSED: '拒绝支付鉴定费用',
  FORCE_MAJEURE: '不可抗力致鉴定无法进行',
  OTHER: '其他应当终止的情形',
})

export type TerminationGround = (typeof terminationGround.codes)[number]

/** Why a time limit is extended; K-01 and K-02 say by whom. */
export const extensionReason = term('延长时限的理由', {
  COMPLEX: '事项复杂、疑难、特殊',
  LONG_TEST: '检验过程确需较长时间',
  OTHER: '其他正当理由',
})

export type ExtensionReason = (typeof extensionReason.codes)[number]
