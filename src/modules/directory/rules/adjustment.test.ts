import { describe, expect, it } from 'vitest'
import { judge, type Rule } from '#kernel/rule.ts'
import * as adjustment from './adjustment.ts'

const today = '2026-03-12'
const term = { institution: { term_until: '2026-05-01' }, opensOn: '2026-01-31', today }
const past = {
  input: { from: '2026-03-04', until: '2026-03-08', corrected: { name: '', address: '别处', telephone: '' } },
  today,
  listedFrom: '2026-03-02',
}

/** Each rule with facts that pass and facts that do not. */
const table: readonly (readonly [Rule<never>, object, object])[] = [
  [adjustment.noSecondProceeding, { alreadyOpen: false }, { alreadyOpen: true }],
  [adjustment.removalNeedsDetermination, { input: { determination: {} } }, { input: {} }],
  [
    adjustment.deciderIsAnother,
    { actorId: 'b', proceeding: { opened_by: 'a' } },
    { actorId: 'a', proceeding: { opened_by: 'a' } },
  ],
  [
    adjustment.appealHeardByAnother,
    { actorId: 'b', institution: { moved_by: 'a' } },
    { actorId: 'a', institution: { moved_by: 'a' } },
  ],
  [
    adjustment.appealAgainstSomething,
    { institution: { state: 'REMOVED' } },
    { institution: { state: 'LISTED' } },
  ],
  [adjustment.renewalInWindow, term, { ...term, opensOn: '2026-04-01' }],
  [adjustment.renewalInWindow, term, { ...term, institution: { term_until: null }, opensOn: null }],
  [
    adjustment.termOver,
    { institution: { term_until: '2026-03-11' }, today },
    { institution: { term_until: today }, today },
  ],
  [adjustment.correctionOfPastOnly, past, { ...past, input: { ...past.input, until: '2026-03-20' } }],
  [adjustment.correctionOfPastOnly, past, { ...past, input: { ...past.input, from: '2026-03-08' } }],
  [adjustment.correctionOfPastOnly, past, { ...past, input: { ...past.input, from: '2026-03-01' } }],
  [
    adjustment.correctionOfPastOnly,
    past,
    { ...past, input: { ...past.input, corrected: { name: '', address: '', telephone: '' } } },
  ],
]

const rows = table.map(([rule, passing, failing]) => {
  const typed = rule as Rule<object> // facts of each row are those of its rule; a wrong one fails the row
  return [typed.id, typed, passing, failing] as const
})

describe('the rules of dynamic adjustment', () => {
  it.each(rows)('%s lets pass and stops', (_, rule, passing, failing) => {
    const outcome = (facts: object) => judge([rule], facts, today)[0]
    expect(outcome(passing)?.outcome).toBe('pass')
    expect(outcome(failing)).toMatchObject({ outcome: 'fail' })
    expect(outcome(failing)?.remedy).not.toBe('')
  })

  it('are all in the table', () => {
    const ids = Object.values(adjustment).map(({ id }) => id)
    expect([...new Set(rows.map(([id]) => id))].sort()).toEqual(ids.sort())
  })
})
