import { term } from '#kernel/term.ts'

/** Confidentiality of a case or material (domain brief §13). State secrets are never accepted here (T-11). */
export const confidentiality = term('保密级别', {
  PUBLIC: '公开',
  INTERNAL: '内部',
  TRADE_SECRET: '商业秘密',
  RESTRICTED_PERSONS: '限定人员知悉',
})

export type Confidentiality = (typeof confidentiality.codes)[number]
