import type { ReadDb } from '#kernel/capabilities.ts'

/** Keys of institutions on the list, in order. */
export async function listedInstitutionKeys(db: ReadDb, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('directory_current')
    .select('key')
    .where('kind', '=', 'institution')
    .where('listed', '=', true)
    .orderBy('key')
    .limit(limit)
    .execute()
  return rows.map(({ key }) => key)
}

/** Whether a log entry changed the register: only then is its field `register` everybody's to read. */
export async function isInRegister(db: ReadDb, index: number): Promise<boolean> {
  const row = await db
    .selectFrom('directory_entry')
    .select('part')
    .where('log_index', '=', index)
    .executeTakeFirst()
  return row !== undefined
}
