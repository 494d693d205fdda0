import type { ReadDb } from '#kernel/capabilities.ts'
import { commitmentLetter } from '../rules/commitment-letter.ts'
import type { CaseRow } from '../store.ts'

/** The commitment letter that a member of this case has to sign. */
export async function ownCommitment(db: ReadDb, row: CaseRow, name: string): Promise<string> {
  const organisations = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', [row.institution_id, row.entrusting_organisation_id])
    .execute()
  const nameOf = (id: string) => organisations.find((each) => each.id === id)?.name ?? ''
  return commitmentLetter({
    name,
    institution: nameOf(row.institution_id),
    client: nameOf(row.entrusting_organisation_id),
    code: row.code,
    title: row.title,
  })
}
