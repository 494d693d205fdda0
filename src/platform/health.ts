import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Engine } from './execute.ts'
import type { Env } from './http.ts'

/** For load balancers and people on duty: can the database be reached, may we write. No secrets, no names. */
export function healthPage(app: Hono<Env>, engine: Engine): void {
  app.get('/health', async (c) => {
    const database = await sql`select 1`
      .execute(engine.database.kysely)
      .then(() => 'ok' as const)
      .catch(() => 'unreachable' as const)
    const writing = engine.readOnlyBecause?.() ?? 'ok'
    const healthy = database === 'ok' && writing === 'ok'
    c.header('cache-control', 'no-store')
    return c.json(
      { status: healthy ? 'ok' : 'failing', database, writing, time: engine.clock.now().toISOString() },
      healthy ? 200 : 503,
    )
  })
}
