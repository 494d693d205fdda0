import { type QueryExecutorProvider, sql } from 'kysely'
import type { Json } from '#kernel/json.ts'

import { toBase64url } from './core/base64.ts'
import { commit, leafAroundIndex } from './core/leaf.ts'
import { sha256 } from './node-hash.ts'

const SALT = 32

/** The full entry: subject, by, machine, event, from, to, findings, input and what a command adds. One salt per field. */
export interface Entry {
  readonly op: string
  /** UTC with milliseconds, as Date.toISOString prints it. */
  readonly at: string
  readonly fields: Readonly<Record<string, Json | undefined>>
}

/**
 * Sequences one entry inside the caller's transaction (READ COMMITTED, asserted by the database). The lock makes indexes
 * gapless and is held until commit: take it last. One round trip.
 */
export async function append(
  tx: QueryExecutorProvider,
  { op, at, fields }: Entry,
  { randomBytes }: { randomBytes: (length: number) => Uint8Array },
): Promise<{ index: number }> {
  const c: Record<string, string> = {}
  const salts: Record<string, string> = {}
  const named = Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined)
  const chance = randomBytes(SALT * named.length)
  for (const [i, [field, value]] of named.entries()) {
    const salt = toBase64url(chance.subarray(i * SALT, (i + 1) * SALT))
    salts[field] = salt
    c[field] = commit(sha256, field, { salt, value })
  }
  const { head, tail } = leafAroundIndex({ op, at, c })
  const { rows } = await sql<{ index: string | number }>`
    select log_append(${op}, ${at}::timestamptz, ${head}, ${tail},
      ${JSON.stringify(fields)}::jsonb, ${JSON.stringify(salts)}::jsonb) as index`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('log_append returned no row')
  return { index: Number(row.index) }
}
