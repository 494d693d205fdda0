import { rule } from '#kernel/rule.ts'
import { civilEvidence } from '#law/civil-evidence-2019.ts'
import { houseRules } from '#law/house-rules.ts'

export const issuedOnly = rule<{ readonly opinion: { readonly state: string } }>({
  id: 'changes-of-issued-opinion',
  brief: 'O-13',
  says: '签发之后的变动另行登记，不改动原文件',
  basis: [houseRules.clause('O-13')],
  check: ({ opinion }) =>
    opinion.state === 'ISSUED'
      ? 'pass'
      : { fail: '这份意见书没有签发', remedy: '未签发的，由签发人退回后修改。' },
})

export const withdrawalRestricted = rule<{ readonly case: { readonly profile: string } }>({
  id: 'withdrawal-restricted',
  brief: 'O-21',
  says: '意见被采信后无正当理由撤销的，退费并可予处罚',
  basis: [civilEvidence.clause('第42条')],
  check: ({ case: row }) =>
    row.profile === 'COURT_CIVIL'
      ? { warn: '本案为人民法院民事委托，撤回受限制', remedy: '请写明正当理由，并告知委托法院。' }
      : 'not-applicable',
})

export const successorNamed = rule<{
  readonly opinion: { readonly no: string }
  readonly input: { readonly successor: string }
}>({
  id: 'successor-is-another',
  brief: 'O-16',
  says: '写明取代或者补充本意见书的另一份意见书',
  basis: [civilEvidence.clause('第40条')],
  check: ({ opinion, input }) =>
    input.successor === opinion.no
      ? { fail: '填写的就是本意见书的编号', remedy: '请填写后一份意见书的编号。', field: 'successor' }
      : 'pass',
})
