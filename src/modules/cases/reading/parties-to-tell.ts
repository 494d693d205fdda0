import type { ReadDb } from '#kernel/capabilities.ts'
import { isUnilateral } from '#law/terms/entrusting-type.ts'
import { type CaseRow, formOfCase } from '../store.ts'

/** Who is told of the team: the client, and every party unless one side commissions alone. */
export async function partiesToTell(db: ReadDb, row: CaseRow): Promise<readonly string[]> {
  const { name } = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', row.entrusting_organisation_id)
    .executeTakeFirstOrThrow()
  if (isUnilateral(row.entrusting_type)) return [name]
  const form = await formOfCase(db, row.id)
  return [...new Set([name, ...form.parties.map((party) => party.name)])]
}
