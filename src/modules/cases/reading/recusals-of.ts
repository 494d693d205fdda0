import type { ReadDb } from '#kernel/capabilities.ts'

/** The notices of team and right to recusal, and whether each names everyone who is in the team now. */
export async function noticesOf(
  db: ReadDb,
  caseId: string,
  present: readonly { readonly accountId: string }[],
) {
  const rows = await db
    .selectFrom('case_recusal_notice')
    .select(['no', 'text', 'services', 'members', 'served_on', 'ends_on'])
    .where('case_id', '=', caseId)
    .orderBy('no')
    .execute()
  return rows.map(({ no, text, services, members, served_on, ends_on }) => ({
    no,
    text,
    served: [...services],
    servedOn: served_on,
    endsOn: ends_on,
    coversPresentTeam: present.every(({ accountId }) => members.includes(accountId)),
  }))
}

/** The applications for recusal, oldest first. */
export async function recusalsOf(db: ReadDb, caseId: string) {
  const rows = await db
    .selectFrom('case_recusal')
    .innerJoin('account as applicant', 'applicant.id', 'applied_by')
    .leftJoin('account as target', 'target.id', 'case_recusal.account_id')
    .select(['case_recusal.id', 'case_recusal.state', 'account_id', 'ground', 'facts', 'applied_at'])
    .select(['decision', 'decided_at', 'applicant.name as appliedBy', 'target.name as against'])
    .where('case_id', '=', caseId)
    .orderBy('applied_at')
    .execute()
  return rows.map(({ account_id, applied_at, decided_at, against, ...row }) => ({
    ...row,
    accountId: account_id,
    against: against ?? '鉴定机构',
    appliedAt: applied_at.toISOString(),
    decidedAt: decided_at?.toISOString() ?? null,
  }))
}
