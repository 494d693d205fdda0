import { rule } from '#kernel/rule.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'

export const noSecondProceeding = rule<{ readonly alreadyOpen: boolean }>({
  id: 'one-proceeding-of-a-kind',
  brief: '2.4.2',
  says: '同一机构的同类名录事项未决定前不得再次提出',
  basis: [guidingOpinion.clause('二（四）2')],
  inForceFrom: guidingOpinion.inForceFrom,
  check: ({ alreadyOpen }) =>
    alreadyOpen ? { fail: '该机构的同类事项正在等待决定', remedy: '请等待决定，或先撤回原来的事项' } : 'pass',
})

export const removalNeedsDetermination = rule<{
  readonly input: { readonly determination?: object | undefined }
}>({
  id: 'removal-needs-determination',
  brief: '2.8.6a',
  says: '移出名录须以依法认定故意作虚假鉴定等违法行为的法律文书为据',
  basis: [guidingOpinion.clause('二（八）6')],
  inForceFrom: guidingOpinion.inForceFrom,
  check: ({ input }) =>
    input.determination
      ? 'pass'
      : {
          fail: '没有附上依法作出的认定',
          remedy: '请填写作出认定的机关、文书编号、日期和认定的事实；在此之前可以暂停荐用',
          field: 'determination',
        },
})

export const deciderIsAnother = rule<{
  readonly actorId: string | null
  readonly proceeding: { readonly opened_by: string }
}>({
  id: 'proposer-never-decides',
  brief: '1-1a',
  says: '提出名录事项的人不得决定该事项',
  basis: [guidingOpinion.clause('二（四）2'), houseRules.clause('P-11')],
  inForceFrom: guidingOpinion.inForceFrom,
  check: ({ actorId, proceeding }) =>
    actorId !== proceeding.opened_by
      ? 'pass'
      : { fail: '这一事项由您本人提出', remedy: '请由国家知识产权局的其他人员决定' },
})

export const appealHeardByAnother = rule<{
  readonly actorId: string | null
  readonly institution: { readonly moved_by: string | null }
}>({
  id: 'appeal-heard-by-another',
  brief: '2.4.2',
  says: '申诉由作出原决定以外的人员审查',
  basis: [guidingOpinion.clause('二（四）2')],
  inForceFrom: guidingOpinion.inForceFrom,
  check: ({ actorId, institution }) =>
    actorId !== institution.moved_by
      ? 'pass'
      : { fail: '被申诉的决定由您本人作出', remedy: '请由其他人员审查这一申诉' },
})

export const appealAgainstSomething = rule<{ readonly institution: { readonly state: string } }>({
  id: 'appeal-against-adverse-state',
  brief: '2.4.2',
  says: '申诉针对暂停荐用或者移出名录的决定',
  basis: [guidingOpinion.clause('二（四）2')],
  inForceFrom: guidingOpinion.inForceFrom,
  check: ({ institution }) =>
    ['SUSPENDED', 'REMOVED'].includes(institution.state)
      ? 'pass'
      : { fail: '该机构没有被暂停荐用或移出名录', remedy: '只有对这两种决定不服时才能申诉' },
})

export const renewalInWindow = rule<{
  readonly institution: { readonly term_until: string | null }
  readonly opensOn: string | null
  readonly today: string
}>({
  id: 'renewal-in-window',
  brief: '2.4.2',
  says: '延续申请在有效期届满前的规定期间内提出',
  basis: [houseRules.clause('D-01')],
  check: ({ institution, opensOn, today }) =>
    institution.term_until === null || opensOn === null
      ? { fail: '名录没有为该机构规定有效期', remedy: '无须申请延续' }
      : today >= opensOn
        ? 'pass'
        : {
            fail: `有效期至 ${institution.term_until}，${opensOn} 起才能申请延续`,
            remedy: `请在 ${opensOn} 以后申请`,
          },
})

export const termOver = rule<{
  readonly institution: { readonly term_until: string | null }
  readonly today: string
}>({
  id: 'term-is-over',
  brief: '2.4.2',
  says: '有效期届满的次日起方为届满',
  basis: [houseRules.clause('D-01')],
  check: ({ institution, today }) =>
    institution.term_until !== null && institution.term_until < today
      ? 'pass'
      : { fail: `有效期至 ${institution.term_until ?? '未定'}，尚未届满`, remedy: '无须办理' },
})

export const correctionOfPastOnly = rule<{
  readonly input: {
    readonly from: string
    readonly until: string
    readonly corrected: Readonly<Record<string, string>>
  }
  readonly today: string
  readonly listedFrom: string
}>({
  id: 'correction-of-the-past-only',
  brief: '2.4.2',
  says: '更正只针对已经过去的一段时间，且须写明更正的内容',
  basis: [houseRules.clause('D-02')],
  check: ({ input: { from, until, corrected }, today, listedFrom }) => {
    if (until > today)
      return { fail: `${until} 还没有过去`, remedy: '对今后的改变请申报变更', field: 'until' }
    if (from >= until) return { fail: '起日不早于止日', remedy: '请改正日期', field: 'from' }
    if (from < listedFrom)
      return { fail: `该机构 ${listedFrom} 才列入名录`, remedy: '请改正起日', field: 'from' }
    return Object.values(corrected).some((value) => value !== '')
      ? 'pass'
      : { fail: '没有写明更正的内容', remedy: '请至少填写一项', field: 'corrected' }
  },
})
