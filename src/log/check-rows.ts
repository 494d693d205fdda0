import { type Kysely, sql } from 'kysely'
import type { Tables } from '#kernel/tables.ts'
import type { Discrepancy } from './discrepancy.ts'
import { followedTables } from './follow-rows.ts'
import './store.ts'

interface Difference {
  readonly table: string
  /** Null in a table without primary key, which nobody but an owner by hand can have made. */
  readonly key: string | null
  /** The last entry that told of the row; null where none did. */
  readonly index: number | null
  readonly told: boolean
  readonly stands: boolean
}

const batch = 2048

/**
 * Every row of every followed table against the last entry that tells of it: a column changed, a row added or taken away by
 * hand is named. PostgreSQL joins and sorts, on its disk where it must; only what differs comes here.
 */
export async function* checkRows(db: Kysely<Tables>, except: readonly string[]): AsyncIterable<Discrepancy> {
  const standing = (await followedTables(db, except)).map(
    ({ table, key }) => sql`
      select ${table}::text as relation, log_row_key(to_jsonb(r), ${[...key]}::text[]) as key, log_row_digest(to_jsonb(r)) as digest
      from ${sql.table(table)} r`,
  )
  await sql`set local timezone to 'UTC'`.execute(db)
  await sql`declare fsck_rows no scroll cursor for
    with told as (
      select distinct on (1, 2) t.key as relation, r.key, r.value as digest, p.index
      from log_payload p
      cross join jsonb_each(${objectOr(sql`p.fields -> 'written'`)}) t
      cross join jsonb_each_text(${objectOr(sql`t.value`)}) r
      where t.key <> all (${[...except]}::text[])
      order by 1, 2, p.index desc
    ), stands as (${sql.join(standing, sql` union all `)})
    select relation as table, key, told.index, told.digest is not null as told, stands.digest is not null as stands
    from told full join stands using (relation, key)
    where told.digest is distinct from stands.digest`.execute(db)
  for (;;) {
    const { rows } = await sql<Difference>`fetch ${sql.lit(batch)} from fsck_rows`.execute(db)
    for (const one of rows) yield { index: one.index, says: sentence(one) }
    if (rows.length === 0) break
  }
  await sql`close fsck_rows`.execute(db)
}

/** What somebody put there instead of an object says nothing, and checkEntry says that it was put there. */
const objectOr = (value: ReturnType<typeof sql>) =>
  sql`case jsonb_typeof(${value}) when 'object' then ${value} else '{}' end`

function sentence({ table, key, index, told, stands }: Difference): string {
  const row = `表 ${table} 的行 ${key ?? ''}`
  if (index === null) return `${row} 没有任何条目写过它：是另外加进去的`
  if (!stands) return `${row} 不见了：第 ${index} 号条目最后写过它`
  if (!told) return `${row} 应当没有：第 ${index} 号条目删去了它`
  return `${row} 与最后写它的第 ${index} 号条目不符：有的列被改动`
}
