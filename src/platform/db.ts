import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Tables } from '#kernel/tables.ts'
import type { Logger } from './logger.ts'

// bigint columns are log indexes, sizes and counts: all far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// dates stay the text YYYY-MM-DD: a legal day has no time zone of its own.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export interface Database {
  readonly kysely: Kysely<Tables>
  readonly read: ReadDb
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Opens the pool under the restricted role: on log tables it may only insert and select. */
export function openDatabase(url: string, logger: Logger, max = 16): Database {
  const pool = new pg.Pool({ connectionString: url, max, options: '-c role=mingjian_app -c timezone=UTC' })
  pool.on('error', (error) => logger.warn({ error: error.message }, 'database connection lost'))
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { kysely, read: kysely, pool, close: () => kysely.destroy() }
}
