import { sql } from 'kysely'
import type { Tx } from '#kernel/capabilities.ts'
import type { Actor, Subject } from '#kernel/command.ts'
import type { Json } from '#kernel/json.ts'
import { append } from '#log/append.ts'
import type { Engine } from './execute.ts'

export interface Reading {
  readonly op: string
  readonly fields: Readonly<Record<string, Json>>
  readonly subject: Subject
  readonly actor: Actor
  readonly now: Date
}

/**
 * Leaves the entry of a reading, or of a reading refused, unless the same person left the same one within
 * `readingMinutes`: a viewer that fetches a file in a hundred ranges is one reading, and nobody can flood the log by asking.
 */
export async function traceReading(engine: Engine, reading: Reading): Promise<void> {
  await engine.database.kysely.transaction().execute(async (tx) => {
    await takeTurns(tx, reading)
    if (await isTraced(tx, reading, engine.readingMinutes)) return
    const { op, now, fields } = reading
    await append(tx, { op, at: now.toISOString(), fields }, { randomBytes: engine.chance.bytes })
  })
}

/** Requests that arrive together find the first one's entry. Taken before the log lock, always. */
async function takeTurns(tx: Tx, { op, fields, subject, actor }: Reading): Promise<void> {
  const key = JSON.stringify([op, fields.attempted, actor.accountId, subject.type, subject.id])
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

async function isTraced(
  tx: Tx,
  { op, fields, subject, actor, now }: Reading,
  minutes: number,
): Promise<boolean> {
  if (actor.accountId === null) return false
  const matter = subject.matter ?? null
  const found = await tx
    .selectFrom('log_entry')
    .innerJoin('log_payload', 'log_payload.index', 'log_entry.index')
    .select('log_entry.index')
    .where('log_entry.op', '=', op)
    .where('log_entry.at', '>', new Date(now.getTime() - minutes * 60_000))
    .where(sql`fields->'subject'->>'matter'`, matter === null ? 'is' : '=', matter)
    .where(sql`fields->'subject'->>'id'`, '=', subject.id)
    .where(sql`fields->'by'->>'accountId'`, '=', actor.accountId)
    .where(sql`fields->>'attempted'`, 'is not distinct from', fields.attempted ?? null)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
