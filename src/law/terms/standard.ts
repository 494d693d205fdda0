import { term } from '#kernel/term.ts'

/** Where a standard stands in the system of standards (domain brief §3). */
export const standardLayer = term('标准层次', {
  BASIC: '基础标准',
  MANAGEMENT: '管理标准',
  PROFESSIONAL: '专业标准',
  METHOD: '方法标准',
})

export type StandardLayer = (typeof standardLayer.codes)[number]

/** Who issues it. */
export const standardKind = term('标准类别', {
  NATIONAL: '国家标准',
  INDUSTRY: '行业标准',
  LOCAL: '地方标准',
  GROUP: '团体标准',
})

export type StandardKind = (typeof standardKind.codes)[number]

/** Whom a clause binds: an institution is assessed by its own, an appraiser applies the others. */
export const clauseBearing = term('条款对象', {
  INSTITUTION: '机构条件与管理',
  APPRAISAL: '鉴定实施',
  TERM: '术语',
  GENERAL: '一般规定',
})

export type ClauseBearing = (typeof clauseBearing.codes)[number]

/** How far an institution meets a clause, in its own words and in the assessors'. */
export const clauseVerdict = term('符合程度', {
  CONFORMS: '符合',
  DOES_NOT: '不符合',
  NOT_APPLICABLE: '不适用',
})

export type ClauseVerdict = (typeof clauseVerdict.codes)[number]

export const findingGravity = term('不符合项程度', { MAJOR: '严重', MINOR: '一般' })

export type FindingGravity = (typeof findingGravity.codes)[number]

/** What became of a comment in a consultation. */
export const commentDisposition = term('意见处理', {
  ADOPTED: '采纳',
  PARTLY: '部分采纳',
  NOT_ADOPTED: '未采纳',
})

export type CommentDisposition = (typeof commentDisposition.codes)[number]
