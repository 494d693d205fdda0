import type { ReadDb } from '#kernel/capabilities.ts'

/** Every entry of one key, oldest first: when it was said, under which log index, and from when to when it holds. */
export function historyOf(db: ReadDb, key: string) {
  return db
    .selectFrom('directory_entry as e')
    .innerJoin('directory_item as i', 'i.hash', 'e.item')
    .select([
      'e.said_at as at',
      'e.log_index as index',
      'e.valid_from as from',
      'e.valid_until as until',
      'i.body',
    ])
    .where('e.key', '=', key)
    .orderBy('e.log_index')
    .orderBy('e.part')
    .execute()
}
