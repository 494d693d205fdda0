import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'

export interface FollowedTable {
  readonly table: string
  /** Columns of its primary key; none where it has none. */
  readonly key: readonly string[]
}

/** Rows that a deed wrote: by table and key the digest of the row as the deed left it, null where it took the row away. */
export type WrittenRows = Readonly<Record<string, Readonly<Record<string, string | null>>>>

/** The log itself is recomputed, not followed; the migrator keeps its own record. */
const selfKept = ['log\\_%', 'kysely\\_%']

/** Every table but the excepted ones that this role can read: one taken out of its sight has lost all its rows. */
export async function followedTables<T>(
  db: Kysely<T>,
  except: readonly string[],
): Promise<readonly FollowedTable[]> {
  const { rows } = await sql<FollowedTable>`
    select c.relname as table, array(
      select a.attname::text from unnest(i.indkey::int[]) with ordinality as k (attnum, n)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum order by k.n) as key
    from pg_class c left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege(c.oid, 'select')
      and c.relname <> all (${[...except]}::text[]) and c.relname not like all (${selfKept}::text[])
    order by c.relname`.execute(db)
  return rows
}

/** As the owner, after migrating: from now on whatever is written to these tables is noted for the deed's entry. Idempotent. */
export async function followRows<T>(db: Kysely<T>, except: readonly string[]): Promise<void> {
  const noted = { insert: 'new table as new_rows', delete: 'old table as old_rows' }
  const events = { ...noted, update: `${noted.insert} ${noted.delete}` }
  const { rows } = await sql<{ name: string }>`
    select tgrelid::regclass || '.' || tgname as name from pg_trigger where tgfoid = 'log_rows'::regproc`.execute(
    db,
  )
  const there = new Set(rows.map(({ name }) => name))
  for (const { table, key } of await followedTables(db, except)) {
    if (key.length === 0)
      throw new Error(`table ${table} needs a primary key: the log tells its rows apart by it`)
    for (const [event, noting] of Object.entries(events)) {
      const name = `log_rows_${event}`
      if (there.has(`${table}.${name}`)) continue
      const columns = sql.join(key.map((column) => sql.lit(column)))
      await sql`create trigger ${sql.ref(name)} after ${sql.raw(event)} on ${sql.table(table)}
        referencing ${sql.raw(noting)} for each statement execute function log_rows(${columns})`.execute(db)
    }
  }
}

/** What this transaction has written so far; undefined where nothing. */
export async function writtenRows(tx: QueryExecutorProvider): Promise<WrittenRows | undefined> {
  const { rows } = await sql<{ noted: string | null }>`
    select current_setting('mingjian.written', true) as noted`.execute(tx)
  const noted = rows[0]?.noted
  if (!noted) return undefined
  const tables = new Map<string, Map<string, string | null>>()
  for (const line of noted.trimEnd().split('\n')) {
    const [table, key, digest]: [string, string, string | null] = JSON.parse(line) // as log_rows wrote it
    const keys = tables.get(table) ?? new Map<string, string | null>()
    tables.set(table, keys.set(key, digest))
  }
  const entries = [...tables].map(([table, keys]) => [table, Object.fromEntries(keys)] as const)
  return Object.fromEntries(entries)
}
