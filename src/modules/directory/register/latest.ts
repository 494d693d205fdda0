import type { ReadDb } from '#kernel/capabilities.ts'

/** The last changes that a log of that size holds, newest first. */
export function latestChanges(
  db: ReadDb,
  { below, limit }: { readonly below: number; readonly limit: number },
) {
  return db
    .selectFrom('directory_entry as e')
    .innerJoin('directory_item as i', 'i.hash', 'e.item')
    .select(['e.log_index as logIndex', 'e.part', 'e.said_at as at', 'e.key', 'i.body'])
    .where('e.log_index', '<', below)
    .orderBy('e.log_index', 'desc')
    .orderBy('e.part', 'desc')
    .limit(limit)
    .execute()
}
