import { rule } from '#kernel/rule.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'

export const conflictChecked = rule<{ readonly input: { readonly noConflict: boolean } }>({
  id: 'offer-conflict-checked',
  brief: 'P-05',
  says: '承接前应当核查本机构与当事人、权利人没有利害关系',
  basis: [guangdong.clause('第32条')],
  check: ({ input }) =>
    input.noConflict
      ? 'pass'
      : {
          fail: '没有确认已经核查利害关系',
          remedy: '核查后勾选；确有利害关系的，请以“依法应当回避”谢绝。',
          field: 'noConflict',
        },
})

export const otherGroundExplained = rule<{
  readonly input: { readonly ground: string; readonly explanation: string }
}>({
  id: 'declining-explained',
  brief: 'L-03',
  says: '以其他理由谢绝的，应当说明',
  basis: [houseRules.clause('L-03')],
  check: ({ input }) =>
    input.ground !== 'OTHER' || input.explanation !== ''
      ? 'pass'
      : { fail: '没有写明谢绝的理由', remedy: '请在说明中写清楚理由。', field: 'explanation' },
})

export const answerTermPassed = rule<{
  readonly standing: { readonly answer_by: string } | undefined
  readonly today: string
}>({
  id: 'answer-term-passed',
  brief: 'L-03',
  says: '答复期限届满以前不得记为逾期',
  basis: [houseRules.clause('L-03')],
  check: ({ standing, today }) =>
    standing && today > standing.answer_by
      ? 'pass'
      : { fail: `答复期限是 ${standing?.answer_by ?? ''}，尚未届满`, remedy: '请等待期限届满。' },
})

export interface Following {
  /** The next in the drawn order; undefined where nobody is left or nothing was drawn. */
  readonly next: { readonly key: string } | undefined
  readonly drawn: boolean
}

export const someoneFollows = rule<Following>({
  id: 'someone-follows',
  brief: 'L-03',
  says: '按抽出的次序递补',
  basis: [guidingOpinion.clause('二（四）3'), houseRules.clause('L-03')],
  check: ({ next, drawn }) => {
    if (!drawn) return { fail: '本件没有抽签，不能递补', remedy: '请由委托机关重新选定。' }
    return next ? 'pass' : { fail: '抽出的次序已经用尽', remedy: '请结束抽签。' }
  },
})

export const nobodyFollows = rule<Following>({
  id: 'nobody-follows',
  brief: 'L-03',
  says: '候选均未承接时才结束抽签',
  basis: [houseRules.clause('L-03')],
  check: ({ next, drawn }) =>
    drawn && !next ? 'pass' : { fail: '还有可以递补的机构', remedy: '请先递补。' },
})
