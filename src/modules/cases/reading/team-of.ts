import type { ReadDb } from '#kernel/capabilities.ts'
import type { CaseMember } from '../contract/team.ts'
import type { RecusalFacts } from '../rules/recusal.ts'
import type { PresentMember } from '../rules/team.ts'
import type { AssignedDuty } from '../store.ts'

/** Everyone who is or was an appraiser of the case, in order of joining, with his qualification as then frozen. */
export async function teamOf(db: ReadDb, caseId: string): Promise<readonly CaseMember[]> {
  const rows = await db
    .selectFrom('case_member')
    .innerJoin('account', 'account.id', 'case_member.account_id')
    .select([
      'case_member.id',
      'account_id',
      'account.name',
      'account.title',
      'lead',
      'qualification',
      'joined_at',
    ])
    .select(['left_at', 'left_because', 'commitment', 'commitment_signed_at'])
    .where('case_id', '=', caseId)
    .orderBy('joined_at')
    .orderBy('case_member.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    title: row.title ?? '',
    practiceNo: String(row.qualification.practiceNo ?? ''),
    lead: row.lead,
    joinedAt: row.joined_at.toISOString(),
    leftAt: row.left_at?.toISOString() ?? null,
    leftBecause: row.left_because,
    commitment: row.commitment,
    commitmentSignedAt: row.commitment_signed_at?.toISOString() ?? null,
  }))
}

/** The appraisers who are in the team now. */
export async function presentMembers(db: ReadDb, caseId: string): Promise<readonly PresentMember[]> {
  const members = await teamOf(db, caseId)
  return members
    .filter(({ leftAt }) => leftAt === null)
    .map(({ accountId, name, lead, commitmentSignedAt }) => ({
      accountId,
      name,
      lead,
      committed: commitmentSignedAt !== null,
    }))
}

/** Who reviews, who issues and who of the desk was let in, now. */
export async function assignmentsOf(
  db: ReadDb,
  caseId: string,
): Promise<{
  readonly reviewers: readonly string[]
  readonly issuer: string | null
  readonly handlers: readonly string[]
}> {
  const rows = await db
    .selectFrom('case_assignment')
    .select(['duty', 'account_id'])
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .orderBy('assigned_at')
    .execute()
  const having = (duty: AssignedDuty) =>
    rows.filter((row) => row.duty === duty).map(({ account_id }) => account_id)
  return {
    reviewers: having('REVIEWER'),
    issuer: having('ISSUER')[0] ?? null,
    handlers: having('HANDLER'),
  }
}

/** Notices and applications about recusal, as the rules read them. */
export async function recusalFactsOf(
  db: ReadDb,
  caseId: string,
): Promise<Pick<RecusalFacts, 'notices' | 'recusals'>> {
  const notices = await db
    .selectFrom('case_recusal_notice')
    .select(['members', 'ends_on'])
    .where('case_id', '=', caseId)
    .orderBy('no')
    .execute()
  const recusals = await db
    .selectFrom('case_recusal')
    .select(['state', 'account_id'])
    .where('case_id', '=', caseId)
    .execute()
  return {
    notices: notices.map(({ members, ends_on }) => ({ members, endsOn: ends_on })),
    recusals: recusals.map(({ state, account_id }) => ({ state, accountId: account_id })),
  }
}
