import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import { type AsOf, answered, type Said } from './as-of.ts'

/** What is looked for, in tags (`tagsOf`). */
export interface Wanted {
  readonly kind: 'institution' | 'appraiser'
  /** All of them. */
  readonly all: readonly string[]
  /** Of each group at least one. */
  readonly some: readonly (readonly string[])[]
  /** None of them. */
  readonly none: readonly string[]
  readonly text?: { readonly ways: readonly string[][]; readonly whole: string } | undefined
}

export interface Page {
  /** The last key of the page before; empty for the first. */
  readonly after: string
  readonly limit: number
}

/** A page of what the list says, by key: now, or as of a day. */
export function searchPage(db: ReadDb, wanted: Wanted, page: Page, asOf?: AsOf): Promise<Said[]> {
  if (asOf)
    return then(db, wanted, asOf).where('c.key', '>', page.after).orderBy('c.key').limit(page.limit).execute()
  return now(db, wanted)
    .select(['c.key', 'c.log_index as logIndex', 'c.item', 'c.body'])
    .where('c.key', '>', page.after)
    .orderBy('c.key')
    .limit(page.limit)
    .execute()
}

/** How many there are, counted to `cap` and no further: counting common words to the end costs more than finding them. */
export async function searchCount(db: ReadDb, wanted: Wanted, cap: number, asOf?: AsOf): Promise<number> {
  const found = asOf ? then(db, wanted, asOf) : now(db, wanted).select('c.key')
  return (await found.limit(cap).execute()).length
}

function now(db: ReadDb, wanted: Wanted) {
  return db
    .selectFrom('directory_current as c')
    .where('c.kind', '=', wanted.kind)
    .where(holding(sql.ref('c.tags'), wanted))
    .where(without(sql.ref('c.tags'), wanted))
}

function then(db: ReadDb, wanted: Wanted, asOf: AsOf) {
  return answered(db, asOf)
    .where('c.kind', '=', wanted.kind)
    .where(holding(sql.ref('c.ever'), wanted))
    .where(holding(sql.ref('i.tags'), wanted))
    .where(without(sql.ref('i.tags'), wanted))
}

function holding(tags: RawBuilder<unknown>, { all, some, text }: Wanted): RawBuilder<SqlBool> {
  const groups = some.map((group) => sql<SqlBool>`${tags} && ${group}::text[]`)
  const facts = [...(all.length > 0 ? [sql<SqlBool>`${tags} @> ${all}::text[]`] : []), ...groups]
  const ways = (text?.ways ?? []).map((way) => sql<SqlBool>`${tags} @> ${way}::text[]`)
  const spelt = text ? [sql<SqlBool>`(${sql.join(ways, sql` or `)})`, wholly(tags, text.whole)] : []
  const conditions = [...facts, ...spelt]
  return conditions.length > 0 ? sql`(${sql.join(conditions, sql` and `)})` : sql`true`
}

/** The second look: one spelling holds the text in one piece. */
function wholly(tags: RawBuilder<unknown>, whole: string): RawBuilder<SqlBool> {
  const pattern = `=%${whole.replace(/[%_\\]/g, '\\$&')}%`
  return sql`exists (select from unnest(${tags}) as tag where tag like ${pattern})`
}

function without(tags: RawBuilder<unknown>, { none }: Wanted): RawBuilder<SqlBool> {
  return none.length > 0 ? sql`not (${tags} && ${none}::text[])` : sql`true`
}
