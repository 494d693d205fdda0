import { term } from '#kernel/term.ts'

/** What a reviewer's comment is about (O-03); coded, so that defects can be counted. */
export const reviewComment = term('复核意见类别', {
  SCOPE: '超出或者遗漏委托事项',
  LEGAL_WORDING: '含有法律判断',
  UNCERTAIN_WORDING: '结论含糊、不确定',
  CONTRADICTION: '前后矛盾',
  MATERIAL_BASIS: '依据了未列明或者未质证的材料',
  CITATION_MISSING: '结论缺少证据出处',
  METHOD: '方法或者标准选用不当',
  PROCESS_RECORD: '过程记录不完整',
  ANALYSIS: '分析论证不充分',
  IDENTIFIER: '编号、日期、名称有误',
  FORMAT: '格式、文字、图表问题',
  PROCEDURE: '程序问题',
  OTHER: '其他',
})

export type ReviewComment = (typeof reviewComment.codes)[number]

export const reviewOutcome = term('复核结论', {
  APPROVED: '同意',
  RETURNED: '退回修改',
})

export type ReviewOutcome = (typeof reviewOutcome.codes)[number]
