import { describe, expect, it } from 'vitest'
import { judge, type Rule } from '#kernel/rule.ts'
import { certificateRunOut, decidedByAnother, findingsClosed, reportIsIn } from './conformity.ts'
import { commentsDisposed, consultationOver, consultationStillOpen, dayOfEffectReached } from './pipeline.ts'

/** A rule, facts that it passes, facts that it fails: the last day and the day after it. */
function row<F>(rule: Rule<F>, passing: F, failing: F) {
  const outcome = (facts: F) => judge([rule], facts, '2026-03-02').map((each) => each.outcome)
  return [rule.id, outcome(passing), outcome(failing)] as const
}

const until = { valid_until: '2029-03-01' }
const closes = { closes_on: '2026-04-01' }

describe('rules of standards and conformity', () => {
  it.each([
    row(
      certificateRunOut,
      { certificate: until, today: '2029-03-02' },
      { certificate: until, today: '2029-03-01' },
    ),
    row(
      consultationStillOpen,
      { consultation: closes, today: '2026-04-01' },
      { consultation: closes, today: '2026-04-02' },
    ),
    row(
      consultationOver,
      { consultation: closes, today: '2026-04-02' },
      { consultation: closes, today: '2026-04-01' },
    ),
    row(
      dayOfEffectReached,
      { effectiveFrom: '2026-03-02', today: '2026-03-02' },
      { effectiveFrom: '2026-03-03', today: '2026-03-02' },
    ),
    row(commentsDisposed, { undisposed: 0 }, { undisposed: 1 }),
    row(findingsClosed, { openFindings: [] }, { openFindings: [{ no: 1, clauseNo: '4.1' }] }),
    row(decidedByAnother, { decider: 'a', everAssessed: ['b'] }, { decider: 'a', everAssessed: ['b', 'a'] }),
    row(reportIsIn, { assessment: { state: 'REPORTED' } }, { assessment: { state: 'ON_SITE' } }),
  ])('%s', (_, passing, failing) => {
    expect([passing, failing]).toEqual([['pass'], ['fail']])
  })
})
