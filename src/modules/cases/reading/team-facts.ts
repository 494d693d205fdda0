import { beijingDate } from '#kernel/beijing.ts'
import type { Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { type CaseRow, lockCase, rolesInCase } from '../store.ts'
import { assignmentsOf, presentMembers } from './team-of.ts'

/** The facts that every deed about the team is judged on; the case is locked. */
export async function teamFacts(tx: Tx, id: string, actor: Actor, now: Date) {
  const row: CaseRow = await lockCase(tx, id, actor)
  const { reviewers, issuer } = await assignmentsOf(tx, id)
  return {
    row,
    today: beijingDate(now),
    members: await presentMembers(tx, id),
    reviewers,
    issuer,
    duties: await rolesInCase(tx, id, actor.accountId),
  }
}
