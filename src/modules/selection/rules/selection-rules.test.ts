import { describe, expect, it } from 'vitest'
import type { Rule, Verdict } from '#kernel/rule.ts'
import {
  answerTermPassed,
  conflictChecked,
  nobodyFollows,
  otherGroundExplained,
  someoneFollows,
} from './answering.ts'
import { chosenIsCandidate, drawnOrderBinds, enoughCandidates, secretUnused } from './choosing.ts'
import { oneSelectionPerMatter, repeatedSelectionExplained } from './describing.ts'
import { openingTermPassed, rootPublished, secretMatches, withinOpeningTerm } from './opening.ts'

const word = (verdict: Verdict) => (typeof verdict === 'string' ? verdict : Object.keys(verdict)[0])
const committed = { draw: { size: 100, openBy: '2026-03-04' }, publishedSize: 100, today: '2026-03-04' }
const next = { key: 'institution:3101' }

/** Each rule with facts that it lets pass and facts that it does not. */
function cases<F>(rule: Rule<F>, passes: F, stops: F, how: 'fail' | 'warn' = 'fail') {
  return [rule.id, () => [word(rule.check(passes)), word(rule.check(stops))], how] as const
}

describe('rules of selection', () => {
  it.each([
    cases(oneSelectionPerMatter, { live: 0, ended: 3 }, { live: 1, ended: 0 }),
    cases(repeatedSelectionExplained, { live: 0, ended: 0 }, { live: 0, ended: 1 }, 'warn'),
    cases(drawnOrderBinds, { drawn: false }, { drawn: true }),
    cases(
      chosenIsCandidate,
      { input: next, eligible: new Set([next.key]) },
      { input: next, eligible: new Set<string>() },
    ),
    cases(
      enoughCandidates,
      { eligible: new Set(['a', 'b']), least: 2 },
      { eligible: new Set(['a']), least: 2 },
    ),
    cases(secretUnused, { used: false }, { used: true }),
    cases(rootPublished, committed, { ...committed, publishedSize: 99 }),
    cases(withinOpeningTerm, committed, { ...committed, today: '2026-03-05' }),
    cases(openingTermPassed, { ...committed, today: '2026-03-05' }, committed),
    cases(
      secretMatches,
      { draw: { commitment: 'a' }, secretSha256: 'a' },
      { draw: { commitment: 'a' }, secretSha256: 'b' },
    ),
    cases(conflictChecked, { input: { noConflict: true } }, { input: { noConflict: false } }),
    cases(
      otherGroundExplained,
      { input: { ground: 'OTHER', explanation: '设备检修' } },
      { input: { ground: 'OTHER', explanation: '' } },
    ),
    cases(
      answerTermPassed,
      { standing: { answer_by: '2026-03-04' }, today: '2026-03-05' },
      { standing: { answer_by: '2026-03-04' }, today: '2026-03-04' },
    ),
    cases(someoneFollows, { next, drawn: true }, { next: undefined, drawn: true }),
    cases(nobodyFollows, { next: undefined, drawn: true }, { next, drawn: true }),
  ])('%s lets pass what it should and nothing else', (_, verdicts, how) => {
    expect(verdicts()).toEqual(['pass', how])
  })
})
