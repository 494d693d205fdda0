import type { ReadDb } from '#kernel/capabilities.ts'

/** Whom an answer to this person's request goes to: the lead appraiser, where he has left the team since; else himself. */
export async function askerOrLead(db: ReadDb, caseId: string, askedBy: string): Promise<string> {
  const members = await db
    .selectFrom('case_member')
    .select(['account_id', 'lead', 'left_at'])
    .where('case_id', '=', caseId)
    .execute()
  const present = members.filter(({ left_at }) => left_at === null)
  const his = ({ account_id }: { readonly account_id: string }) => account_id === askedBy
  if (present.some(his) || !members.some(his)) return askedBy
  return present.find(({ lead }) => lead)?.account_id ?? askedBy
}
