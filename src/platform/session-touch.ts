import { sql } from 'kysely'
import type { Database } from './db.ts'

/**
 * Notes when a session was last used: the one write outside the pipeline that signing in needs (ADR 0003). It changes no
 * right and no fact of a case; a session that has ended stays as it is.
 */
export function sessionTouch(database: Database): (sessionId: string, now: Date) => Promise<void> {
  return async (sessionId, now) => {
    await sql`update session set last_seen_at = ${now}
      where id = ${sessionId} and ended_at is null and last_seen_at < ${now}`.execute(database.kysely)
  }
}
