import { sql } from 'kysely'
import type pg from 'pg'
import type { Tx } from '#kernel/capabilities.ts'

/**
 * Lets this transaction release its locks before it is on disk: the log lock is then held for the work alone, and many
 * commits share one flush. Whoever calls it must wait for the flush before he tells anyone that the deed is done.
 */
export async function commitBeforeFlush(tx: Tx, statementTimeout: string): Promise<void> {
  await sql`select set_config('synchronous_commit', 'off', true), set_config('statement_timeout', ${statementTimeout}, true)`.execute(
    tx,
  )
}

/**
 * Waits until everything that was committed before the call is on disk, replicas that the server waits for included. A
 * flush that was begun earlier may have missed it, so callers share the next one. Rejects where the server has gone: then
 * nobody knows whether the deed will be found, and nothing may be acknowledged.
 */
export function flushing(pool: pg.Pool): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<void> | undefined
  return () => {
    next ??= running
      .catch(() => {})
      .then(async () => {
        next = undefined
        // A transaction that writes nothing is not flushed: a message that nobody reads is the least that can be written.
        const flush = pool.query(`select pg_logical_emit_message(true, 'mingjian.flush', '')`)
        running = flush
        await flush
      })
    return next
  }
}
