import { sql } from 'kysely'
import type { World } from './world.ts'

/** The lock under which log_append gives out indexes (migrations/0002_log.sql). */
const sequencing = 7163001

/**
 * Two deeds at the same moment, made certain: `first` has done everything but write its entry, and holds its locks, when
 * `second` begins; then both go on. A `second` that does not look whether it must wait runs past `first`.
 */
export async function overtaken<A, B>(w: World, first: () => Promise<A>, second: () => Promise<B>) {
  return w.program.database.kysely.connection().execute(async (db) => {
    const waiting = async (many: number) => {
      for (let tries = 0; tries < 500; tries += 1) {
        const { rows } = await sql<{ n: number }>`
          select count(distinct pid)::int as n from pg_locks join pg_stat_activity using (pid)
          where not granted and datname = current_database()`.execute(db)
        if ((rows[0]?.n ?? 0) >= many) return
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      throw new Error(`not ${many} deeds came to wait`)
    }
    await sql`select pg_advisory_lock(${sequencing})`.execute(db)
    try {
      const one = first()
      await waiting(1)
      const two = second()
      await waiting(2)
      await sql`select pg_advisory_unlock(${sequencing})`.execute(db)
      return await Promise.allSettled([one, two])
    } finally {
      await sql`select pg_advisory_unlock_all()`.execute(db)
    }
  })
}
