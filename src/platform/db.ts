import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Tables } from '#kernel/tables.ts'
import { flushing } from './durable.ts'
import type { Logger } from './logger.ts'

// bigint columns are log indexes, sizes and counts: all far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// dates stay the text YYYY-MM-DD: a legal day has no time zone of its own.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export interface Database {
  readonly kysely: Kysely<Tables>
  readonly read: ReadDb
  readonly pool: pg.Pool
  /** Resolves once everything committed so far is on disk. */
  readonly flushed: () => Promise<void>
  close(): Promise<void>
}

/** Opens the pool under the restricted role: on log tables it may only insert and select. */
export function openDatabase(url: string, logger: Logger, max = 16): Database {
  const lost = (error: Error) => logger.warn({ error: error.message }, 'database connection lost')
  const poolOf = (size: number) => {
    const options = '-c role=mingjian_app -c timezone=UTC'
    const pool = new pg.Pool({ connectionString: url, max: size, options })
    pool.on('error', lost)
    // A connection that dies while it is lent out tells its borrower by the failed query and the world by this event.
    pool.on('connect', (client) => client.on('error', lost))
    return pool
  }
  const pool = poolOf(max)
  // Of its own: a flush must not queue behind the commands that wait for it.
  const flusher = poolOf(1)
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    kysely,
    read: kysely,
    pool,
    flushed: flushing(flusher),
    close: async () => {
      await kysely.destroy()
      await flusher.end()
    },
  }
}
