import type { ReadDb } from '#kernel/capabilities.ts'
import { type CaseRow, nameOfAccount } from '../store.ts'
import { assignmentsOf, presentMembers } from './team-of.ts'

/** Who is concerned with a case now and as what, in the order in which people ask. */
export async function peopleOf(
  db: ReadDb,
  row: Pick<CaseRow, 'id' | 'entrusted_by'>,
): Promise<readonly { name: string; duty: string; accountId: string }[]> {
  const members = await presentMembers(db, row.id)
  const { reviewers, issuer, handlers } = await assignmentsOf(db, row.id)
  const named = (duty: string) => async (accountId: string) => ({
    accountId,
    duty,
    name: await nameOfAccount(db, accountId),
  })
  return [
    await named('委托方经办人')(row.entrusted_by),
    ...members
      .toSorted((one, other) => Number(other.lead) - Number(one.lead))
      .map(({ accountId, name, lead }) => ({ accountId, name, duty: lead ? '主鉴定人' : '鉴定人' })),
    ...(await Promise.all(reviewers.map(named('复核人')))),
    ...(issuer ? [await named('签发人')(issuer)] : []),
    ...(await Promise.all(handlers.map(named('经办人员')))),
  ]
}
