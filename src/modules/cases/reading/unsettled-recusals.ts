import type { ReadDb } from '#kernel/capabilities.ts'
import { institutionNotRecused, noOpenRecusal, recusedHaveLeft } from '../rules/recusal.ts'
import { presentMembers, recusalFactsOf } from './team-of.ts'

/** What stands against going on where recusal was asked for or granted, in words; empty where nothing does. */
export async function unsettledRecusals(db: ReadDb, caseId: string): Promise<readonly string[]> {
  const facts = { members: await presentMembers(db, caseId), ...(await recusalFactsOf(db, caseId)) }
  return [noOpenRecusal, recusedHaveLeft, institutionNotRecused].flatMap(({ check }) => {
    const verdict = check(facts)
    return typeof verdict === 'object' && 'fail' in verdict ? [verdict.fail] : []
  })
}
