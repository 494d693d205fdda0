import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Json } from '#kernel/json.ts'
import { canonical } from '#log/core/canonical.ts'
import type { RegisterBody } from '../contract/register.ts'

const batch = 500

/**
 * The register laid open, one line of canonical JSON per act that changed it: its log index, the salt that opens the leaf's
 * commitment, the changes, and the body of each item that was never said before, by its hash. Whoever has the log's files checks
 * it line by line.
 */
export async function* registerLines(
  db: ReadDb,
  { below, day }: { readonly below: number; readonly day?: string },
): AsyncIterable<string> {
  for (let after = -1; ; ) {
    const acts = await actsAfter(db, after, { below, day })
    const bodies = await bodiesOf(db, acts)
    for (const { index, salt, register } of acts) {
      const own = register.flatMap(({ item }) => {
        const first = bodies.get(item)
        return first?.index === index ? [[item, first.body] as const] : []
      })
      yield `${canonical({ index, salt, register, bodies: Object.fromEntries(own) })}\n`
    }
    const last = acts.at(-1)
    if (!last) return
    after = last.index
  }
}

async function actsAfter(
  db: ReadDb,
  after: number,
  { below, day }: { readonly below: number; readonly day?: string | undefined },
) {
  const within =
    day === undefined
      ? undefined
      : sql<boolean>`d.said_at >= ${day}::date::timestamp at time zone 'Asia/Shanghai'
    and d.said_at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`
  return db
    .selectFrom('directory_entry as d')
    .innerJoin('log_payload as p', 'p.index', 'd.log_index')
    .select([
      'd.log_index as index',
      sql<string>`p.salts->>'register'`.as('salt'),
      sql<readonly Change[]>`p.fields->'register'`.as('register'),
    ])
    .where('d.part', '=', 0)
    .where('d.log_index', '>', after)
    .where('d.log_index', '<', below)
    .$if(within !== undefined, (query) => query.where(within ?? sql<boolean>`true`))
    .orderBy('d.log_index')
    .limit(batch)
    .execute()
}

type Change = Readonly<Record<string, Json>> & { readonly item: string }

/** The bodies by hash, each with the act that said it first. */
async function bodiesOf(
  db: ReadDb,
  acts: readonly { readonly register: readonly Change[] }[],
): Promise<ReadonlyMap<string, { readonly body: RegisterBody; readonly index: number }>> {
  const hashes = [...new Set(acts.flatMap(({ register }) => register.map(({ item }) => item)))]
  if (hashes.length === 0) return new Map()
  const rows = await db
    .selectFrom('directory_item as i')
    .innerJoin('directory_entry as e', 'e.item', 'i.hash')
    .select(({ fn }) => ['i.hash', 'i.body', fn.min('e.log_index').as('index')])
    .where(sql<boolean>`i.hash = any(${hashes}::text[])`)
    .groupBy(['i.hash', 'i.body'])
    .execute()
  return new Map(rows.map(({ hash, body, index }) => [hash, { body, index }]))
}
