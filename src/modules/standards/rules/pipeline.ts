import { rule } from '#kernel/rule.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { addDays } from '#law/working-days/calendar-date.ts'

export const consultationLongEnough = rule<{
  readonly input: { readonly closesOn: string }
  readonly today: string
  /** Calendar days. */
  readonly shortest: number
}>({
  id: 'consultation-long-enough',
  brief: '2.2.1',
  says: '标准草案公开征求意见不少于规定的期间',
  basis: [houseRules.clause('S-02'), guidingOpinion.clause('二（二）1')],
  check: ({ input: { closesOn }, today, shortest }) => {
    const earliest = addDays(today, shortest)
    return closesOn >= earliest
      ? 'pass'
      : {
          fail: `征求意见到 ${closesOn} 为止，不足 ${shortest} 日`,
          remedy: `截止日期不得早于 ${earliest}`,
          field: 'closesOn',
        }
  },
})

/** A comment arrives while the consultation is open, on its last day too. */
export const consultationStillOpen = rule<{
  readonly consultation: { readonly closes_on: string }
  readonly today: string
}>({
  id: 'consultation-still-open',
  brief: '2.2.1',
  says: '意见在征求意见的期间内提出',
  basis: [houseRules.clause('S-02')],
  check: ({ consultation: { closes_on }, today }) =>
    today <= closes_on
      ? 'pass'
      : { fail: `征求意见已于 ${closes_on} 截止`, remedy: '仍可向标准起草单位书面反映' },
})

export const consultationOver = rule<{
  readonly consultation: { readonly closes_on: string }
  readonly today: string
}>({
  id: 'consultation-over',
  brief: '2.2.1',
  says: '征求意见期满后才能结束',
  basis: [houseRules.clause('S-02')],
  check: ({ consultation: { closes_on }, today }) =>
    today > closes_on
      ? 'pass'
      : {
          fail: `征求意见到 ${closes_on} 才截止`,
          remedy: '请在截止日期以后结束，期间仍可先处理已收到的意见',
        },
})

export const commentsDisposed = rule<{ readonly undisposed: number }>({
  id: 'comments-disposed',
  brief: '2.2.1',
  says: '每条意见都有处理结果和理由，才能结束征求意见',
  basis: [houseRules.clause('S-02'), guidingOpinion.clause('二（二）1')],
  check: ({ undisposed }) =>
    undisposed === 0
      ? 'pass'
      : { fail: `还有 ${undisposed} 条意见没有处理`, remedy: '请在意见处理表中逐条写明是否采纳及理由' },
})

/** A standard whose drafts were consulted elsewhere has no consultation here. */
export const consultationsClosed = rule<{ readonly openConsultations: number }>({
  id: 'consultations-closed',
  brief: '2.2.1',
  says: '本平台上的征求意见结束后，标准才能批准或者退回起草',
  basis: [houseRules.clause('S-02')],
  check: ({ openConsultations }) =>
    openConsultations === 0
      ? 'pass'
      : { fail: '征求意见还没有结束', remedy: '请先处理全部意见并结束征求意见' },
})

interface Dated {
  readonly input: { readonly issuedOn?: string | undefined; readonly effectiveFrom: string }
  /** When the text before it took effect; null where there is none or it is not known. */
  readonly before: string | null
}

export const effectAfterIssue = rule<Dated>({
  id: 'effect-after-issue',
  brief: '2.2.1',
  says: '实施日期不早于发布日期，也不早于上一版本的实施日期',
  basis: [guidingOpinion.clause('二（二）1')],
  check: ({ input: { issuedOn, effectiveFrom }, before }) => {
    if (issuedOn !== undefined && effectiveFrom < issuedOn)
      return { fail: '实施日期早于发布日期', remedy: '请核对两个日期', field: 'effectiveFrom' }
    return before !== null && effectiveFrom < before
      ? {
          fail: `实施日期早于上一版本的实施日期 ${before}`,
          remedy: '请核对实施日期',
          field: 'effectiveFrom',
        }
      : 'pass'
  },
})

export const dayOfEffectReached = rule<{ readonly effectiveFrom: string | null; readonly today: string }>({
  id: 'day-of-effect-reached',
  brief: '2.2.1',
  says: '标准自实施日期起生效',
  basis: [guidingOpinion.clause('二（二）1')],
  check: ({ effectiveFrom, today }) =>
    effectiveFrom === null || effectiveFrom <= today
      ? 'pass'
      : { fail: `实施日期是 ${effectiveFrom}`, remedy: '请在实施日期当日或者以后办理' },
})

/** What comes after it must itself hold. */
export const successorInForce = rule<{
  readonly standard: { readonly id: string }
  readonly successor: { readonly id: string; readonly state: string } | null
}>({
  id: 'successor-in-force',
  brief: '2.2.1',
  says: '代替它的须是另一项现行有效的标准',
  basis: [guidingOpinion.clause('二（二）1')],
  check: ({ standard, successor }) => {
    if (successor === null)
      return { fail: '没有登记过这个代号的标准', remedy: '请先登记代替它的标准', field: 'by' }
    if (successor.id === standard.id)
      return { fail: '一项标准不能代替自己', remedy: '请填写代替它的另一项标准', field: 'by' }
    return successor.state === 'EFFECTIVE'
      ? 'pass'
      : { fail: '代替它的标准还不是现行有效', remedy: '请待其实施后再登记', field: 'by' }
  },
})

export const endNotInFuture = rule<{ readonly input: { readonly on: string }; readonly today: string }>({
  id: 'standard-end-not-in-future',
  brief: '2.2.1',
  says: '废止、被代替在当日或者以后登记',
  basis: [guidingOpinion.clause('二（二）1')],
  check: ({ input: { on }, today }) =>
    on <= today ? 'pass' : { fail: `${on} 还没有到`, remedy: '请在该日当日或者以后办理', field: 'on' },
})

/** What is to be superseded when this takes effect. */
export const replacedIsThere = rule<{
  readonly input: { readonly supersedes?: string | undefined }
  readonly replaced: { readonly state: string } | null
}>({
  id: 'replaced-standard-in-force',
  brief: '2.2.1',
  says: '被代替的须是登记在册、现行有效的标准',
  basis: [guidingOpinion.clause('二（二）1')],
  check: ({ input: { supersedes }, replaced }) => {
    if (supersedes === undefined) return 'not-applicable'
    return replaced?.state === 'EFFECTIVE'
      ? 'pass'
      : { fail: '没有这项现行有效的标准', remedy: '请核对被代替标准的地址代号', field: 'supersedes' }
  },
})
