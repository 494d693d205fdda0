import type { ReadDb } from '#kernel/capabilities.ts'
import type { PresentMember } from '../rules/team.ts'
import type { CaseRow } from '../store.ts'
import { candidateOf } from './candidate-of.ts'

/** Members who, at this moment, no longer hold what the case asks for (P-02). */
export async function unqualifiedMembers(
  db: ReadDb,
  row: CaseRow,
  members: readonly PresentMember[],
  on: Date,
): Promise<readonly { readonly name: string; readonly because: string }[]> {
  const candidates = await Promise.all(members.map(({ accountId }) => candidateOf(db, row, accountId, on)))
  return candidates.filter(({ qualified }) => !qualified).map(({ name, because }) => ({ name, because }))
}
