import { term } from '#kernel/term.ts'

/** What has become of an issued opinion (domain brief §6.1); shown by public verification. */
export const opinionValidity = term('意见书状态', {
  VALID: '有效登记',
  CORRECTED: '已补正',
  SUPPLEMENTED: '已补充鉴定',
  SUPERSEDED_BY_REAPPRAISAL: '已重新鉴定',
  WITHDRAWN: '已撤回',
  FOUND_FALSE: '经依法认定为虚假鉴定',
})

export type OpinionValidity = (typeof opinionValidity.codes)[number]
