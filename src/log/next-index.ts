import { sql } from 'kysely'
import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import './store.ts'

/**
 * The index that the entry of this transaction will get. Takes the lock of the sequencer, which is held until commit: ask for it
 * last, and only where a deed must name a size of the log that lies after itself.
 */
export async function nextIndex(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(7163001)`.execute(tx)
  return sequencedEntries(tx)
}

/** How many entries are sequenced and visible now. */
export async function sequencedEntries(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('log_entry')
    .select((eb) => eb.fn.max('index').as('last'))
    .executeTakeFirst()
  return row?.last == null ? 0 : Number(row.last) + 1
}
