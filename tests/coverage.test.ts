import { describe, expect, it } from 'vitest'
import { library } from '#law/library.ts'
import { rulesCiting, rulesOf } from '#public/catalogue/rules-of.ts'
import { allModules } from '../src/modules.ts'
import { laterIssue, servedElsewhere } from './clause-coverage.ts'

const installation = { kind: 'demonstration', simulatedClock: true } as const
const modules = allModules({
  setupCode: undefined,
  totpRequired: false,
  totpKey: new Uint8Array(32),
  installation,
})

describe('every clause that asks something of software', () => {
  const rules = rulesOf(modules)
  const duties = library.flatMap((source) =>
    Object.entries<{ duty?: true }>(source.clauses)
      .filter(([, { duty }]) => duty)
      .map(([key]) => `${source.id}#${key}`),
  )
  const unruled = duties.filter((clause) => rulesCiting(rules, clause).length === 0)

  it('is cited by a rule, served by an operation, or left to a named issue; the lists hold nothing else', () => {
    expect([...Object.keys(servedElsewhere), ...Object.keys(laterIssue)].sort()).toEqual([...unruled].sort())
  })

  it('is served by operations that exist', () => {
    const operations = new Set(
      modules.flatMap(({ commands, queries }) =>
        [...commands, ...queries].map(({ endpoint }) => endpoint.id),
      ),
    )
    const named = Object.values(servedElsewhere).flatMap(({ by }) => by)
    expect(named.filter((id) => !operations.has(id))).toEqual([])
  })

  it('is left for later with a reason, and never to the issue that is being built', () => {
    for (const [clause, { issue, because }] of Object.entries(laterIssue)) {
      expect(issue, clause).not.toBe(2)
      expect(because.length, clause).toBeGreaterThanOrEqual(4)
    }
  })
})
