import { term } from '#kernel/term.ts'

/** P-04: grounds on which a person must step aside. */
export const personRecusalGround = term('鉴定人回避事由', {
  PARTY_OR_RELATIVE: '是当事人，或者当事人、代理人的近亲属',
  INTEREST: '本人或者近亲属与案件有利害关系',
  ACTED_IN_CASE: '曾任本案侦查、检察、审判人员，陪审员，证人，代理人，辩护人或者翻译人员',
  SAME_MATTER: '曾参与同一事项的鉴定、提供咨询意见或者作为专家出庭质证',
  OTHER: '其他可能影响公正鉴定的情形',
})

export type PersonRecusalGround = (typeof personRecusalGround.codes)[number]

/** P-05: grounds on which the whole institution must step aside. */
export const institutionRecusalGround = term('鉴定机构回避事由', {
  INSTITUTION_IS_PARTY: '机构或者其设立者是当事人',
  INSTITUTION_INTEREST: '机构或者其设立者与案件有利害关系',
  HEAD_MUST_RECUSE: '机构负责人应当回避',
})

export type InstitutionRecusalGround = (typeof institutionRecusalGround.codes)[number]
