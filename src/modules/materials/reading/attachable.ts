import type { ReadDb } from '#kernel/capabilities.ts'
import type { Matter } from './matter.ts'

/** Of the given files, those uploaded for this matter by one of its two sides. */
export async function attachableFiles(db: ReadDb, ids: readonly string[], matter: Matter): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('stored_file')
    .select('id')
    .where('id', 'in', ids)
    .where('matter', '=', matter.id)
    .where('organisation_id', 'in', [matter.institutionId, matter.entrustingOrganisationId])
    .execute()
  return rows.map(({ id }) => id)
}
