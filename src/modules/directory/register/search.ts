import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import { offTheList } from '../contract/search.ts'
import { type AsOf, answered, type Said } from './as-of.ts'
import type { textTags } from './tags.ts'

/** What is looked for, in tags (`tagsOf`). */
export interface Wanted {
  readonly kind: 'institution' | 'appraiser'
  /** Only what is on the list, suspended or not. */
  readonly listed: boolean
  /** All of them. */
  readonly all: readonly string[]
  /** Of each group at least one. */
  readonly some: readonly (readonly string[])[]
  readonly text?: ReturnType<typeof textTags> | undefined
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
  let found = db
    .selectFrom('directory_current as c')
    .where('c.kind', '=', wanted.kind)
    .where(holding(sql.ref('c.tags'), wanted))
  if (wanted.listed) found = found.where('c.listed', '=', true)
  return wanted.text ? found.where('c.spelt', 'like', `%${plain(wanted.text.whole)}%`) : found
}

function then(db: ReadDb, wanted: Wanted, asOf: AsOf) {
  let found = answered(db, asOf)
    .where('c.kind', '=', wanted.kind)
    .where(holding(sql.ref('c.ever'), wanted))
    .where(holding(sql.ref('i.tags'), wanted))
  if (wanted.listed)
    found = found.where(sql<SqlBool>`not (i.tags && ${offTheList.map((state) => `state:${state}`)}::text[])`)
  if (!wanted.text) return found
  const pattern = `=%${plain(wanted.text.whole)}%`
  return found.where(sql<SqlBool>`exists (select from unnest(i.tags) as tag where tag like ${pattern})`)
}

/** By the index over the tags alone: which rows have them, not yet whether a text stands in one piece. */
function holding(tags: RawBuilder<unknown>, { all, some, text }: Wanted): RawBuilder<SqlBool> {
  const conditions = [
    ...(all.length > 0 ? [sql<SqlBool>`${tags} @> ${all}::text[]`] : []),
    ...some.map((group) => sql<SqlBool>`${tags} && ${group}::text[]`),
    ...(text
      ? [
          sql<SqlBool>`(${sql.join(
            text.ways.map((way) => sql`${tags} @> ${way}::text[]`),
            sql` or `,
          )})`,
        ]
      : []),
  ]
  return conditions.length > 0 ? sql`${sql.join(conditions, sql` and `)}` : sql`true`
}

const plain = (whole: string) => whole.replace(/[%_\\]/g, '\\$&')
