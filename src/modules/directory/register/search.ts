import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import { offTheList } from '../contract/search.ts'
import { type AsOf, answered, type Said } from './as-of.ts'
import { factTag, type textTags } from './tags.ts'

/** What is looked for, in facts (`tagsOf`) and text. */
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

/** Rows of which the first page is looked for in key order where very many match. */
const stretch = 6000

/**
 * A page of what the list says, by key, now or as of a day, and how many there are: counted to `cap` and no further, for
 * counting common words to the end costs more than finding them. Where few match, all are found through their tags and put in
 * order; where many do, the next ones are met by walking along the keys.
 */
export async function search(
  db: ReadDb,
  wanted: Wanted,
  { page, cap, asOf }: { readonly page: Page; readonly cap: number; readonly asOf?: AsOf | undefined },
): Promise<{ readonly rows: readonly Said[]; readonly counted: number }> {
  const some = await (asOf ? then(db, wanted, asOf).clearSelect() : now(db, wanted))
    .select('c.key')
    .limit(cap)
    .execute()
  const counted = some.length
  if (counted < cap) {
    const keys = some
      .map(({ key }) => key)
      .sort()
      .filter((key) => key > page.after)
    return { rows: await entriesOf(db, keys.slice(0, page.limit), asOf), counted }
  }
  const near = await walk(db, wanted, { page, asOf })
  const rows = asOf ? await matching(db, wanted, near, asOf) : await entriesOf(db, near, asOf)
  if (rows.length >= page.limit) return { rows: rows.slice(0, page.limit), counted }
  const ordered = asOf
    ? await then(db, wanted, asOf)
        .where('c.key', '>', page.after)
        .orderBy('c.key')
        .limit(page.limit)
        .execute()
    : await now(db, wanted)
        .select(entryColumns)
        .where('c.key', '>', page.after)
        .orderBy('c.key')
        .limit(page.limit)
        .execute()
  return { rows: ordered, counted }
}

const entryColumns = ['c.key', 'c.log_index as logIndex', 'c.item', 'c.body'] as const

/** Keys that match along the next stretch; as of a day, keys that ever matched. */
async function walk(
  db: ReadDb,
  wanted: Wanted,
  { page, asOf }: { page: Page; asOf: AsOf | undefined },
): Promise<string[]> {
  const found = db
    .selectFrom((eb) => {
      const along = eb
        .selectFrom('directory_current')
        .select(['key', 'tags', 'ever', 'spelt'])
        .where('kind', '=', wanted.kind)
        .where('key', '>', page.after)
      const listed = wanted.listed && !asOf ? along.where('listed', '=', true) : along
      return listed.orderBy('key').limit(stretch).as('c')
    })
    .select('c.key')
    .where(holding(sql.ref(asOf ? 'c.ever' : 'c.tags'), wanted))
  const spelt = wanted.text && !asOf ? found.where('c.spelt', 'like', `%${plain(wanted.text.whole)}%`) : found
  const rows = await spelt
    .orderBy('c.key')
    .limit(asOf ? page.limit * 4 : page.limit)
    .execute()
  return rows.map(({ key }) => key)
}

async function matching(db: ReadDb, wanted: Wanted, keys: readonly string[], asOf: AsOf): Promise<Said[]> {
  if (keys.length === 0) return []
  return then(db, wanted, asOf).where('c.key', 'in', keys).orderBy('c.key').execute()
}

/** What the list says of these keys, in their order. */
async function entriesOf(db: ReadDb, keys: readonly string[], asOf?: AsOf): Promise<Said[]> {
  if (keys.length === 0) return []
  if (asOf) return answered(db, asOf).where('c.key', 'in', keys).orderBy('c.key').execute()
  return db
    .selectFrom('directory_current as c')
    .select(entryColumns)
    .where('c.key', 'in', keys)
    .orderBy('c.key')
    .execute()
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
    found = found.where(
      sql<SqlBool>`not (i.tags && ${offTheList.map((state) => factTag(wanted.kind, `state:${state}`))}::text[])`,
    )
  if (!wanted.text) return found
  const pattern = `=%${plain(wanted.text.whole)}%`
  return found.where(sql<SqlBool>`exists (select from unnest(i.tags) as tag where tag like ${pattern})`)
}

/** By the index over the tags alone: which rows have them, not yet whether a text stands in one piece. */
function holding(tags: RawBuilder<unknown>, { kind, all, some, text }: Wanted): RawBuilder<SqlBool> {
  const facts = (group: readonly string[]) => group.map((fact) => factTag(kind, fact))
  const conditions = [
    ...(all.length > 0 ? [sql<SqlBool>`${tags} @> ${facts(all)}::text[]`] : []),
    ...some.map((group) => sql<SqlBool>`${tags} && ${facts(group)}::text[]`),
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
