import type { ReadDb } from '#kernel/capabilities.ts'

/** Whoever was appraiser of the case, gone or present. */
export async function appraisersEver(db: ReadDb, caseId: string): Promise<readonly string[]> {
  const members = await db
    .selectFrom('case_member')
    .select('account_id')
    .where('case_id', '=', caseId)
    .execute()
  return members.map(({ account_id }) => account_id)
}

/** Whoever was appraiser or reviewer of the case, gone or present. */
export async function workersOf(db: ReadDb, caseId: string): Promise<readonly string[]> {
  const reviewers = await db
    .selectFrom('case_assignment')
    .select('account_id')
    .where('case_id', '=', caseId)
    .where('duty', '=', 'REVIEWER')
    .execute()
  return [...(await appraisersEver(db, caseId)), ...reviewers.map(({ account_id }) => account_id)]
}
