import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Discrepancy } from '#log/discrepancy.ts'
import { fsck } from '#log/fsck.ts'
import { unfollowedTables } from '../../src/unfollowed-tables.ts'
import { freshDatabase, PEOPLED, type TestDatabase } from '../database.ts'
import { issuedMatter } from '../issued-matter.ts'
import { type World, world } from '../world.ts'

/** Another value of the same type, the least change that it allows; its text depends on no setting but the time zone. */
const otherValue: Readonly<Record<string, (column: string) => string>> = {
  uuid: (column) => `md5(coalesce(${column}::text, ''))::uuid`,
  text: (column) => `coalesce(${column}, '') || ' '`,
  int4: (column) => `-1 - coalesce(${column}, 0)`,
  int8: (column) => `-1 - coalesce(${column}, 0)`,
  bool: (column) => `not coalesce(${column}, false)`,
  date: (column) => `coalesce(${column}, '2026-01-01') + 1`,
  timestamptz: (column) => `coalesce(${column}, '2026-01-01Z') + interval '1 microsecond'`,
  jsonb: (column) => `jsonb_build_array(${column})`,
  _uuid: (column) => `array_append(${column}, gen_random_uuid())`,
  _text: (column) => `array_append(${column}, '')`,
}

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  readonly inKey: boolean
}

interface Changed {
  readonly table: string
  readonly key: string
}

/** Somebody with the database owner's password changes, adds or takes away one row of a table: fsck names table and row. */
describe('a row changed by hand after an issued matter', () => {
  let w: World
  let database: TestDatabase
  let owner: pg.Client
  let columns: readonly Column[]
  let tables: readonly string[]
  let filled: readonly string[]

  beforeAll(async () => {
    database = await freshDatabase(PEOPLED)
    w = await world({ url: database.url })
    await issuedMatter(w)
    expect(await w.fsck()).toEqual([])
    owner = new pg.Client({ connectionString: database.url })
    await owner.connect()
    columns = (await owner.query<Column>(followedColumns, [Object.keys(unfollowedTables)])).rows
    tables = [...new Set(columns.map(({ table }) => table))]
    await owner.query(`set session_replication_role = replica; ${withoutConstraints}; create schema kept`)
    const counts = tables.map(async (table) => {
      await owner.query(`create table kept.${table} as table ${table}`)
      const { rows } = await owner.query(`select count(*)::int as count from ${table}`)
      return rows[0].count > 0 ? [table] : []
    })
    filled = (await Promise.all(counts)).flat()
  })
  afterEach(async () => {
    await restore()
    expect(await check()).toEqual([])
  })
  afterAll(async () => {
    await owner.end()
    await w.close()
    await database.drop()
  })

  const check = (): Promise<readonly Discrepancy[]> =>
    fsck(w.program.database.kysely, { unfollowed: Object.keys(unfollowedTables) })

  /** Which rows fsck says differ, in what way; nothing else may be said. */
  async function named(): Promise<readonly string[]> {
    return (await check()).map(
      ({ index, says }) => `${says.replace(/第 \d+ 号/, '')} ${index === null ? '' : '#'}`,
    )
  }

  async function restore(): Promise<void> {
    for (const table of tables)
      await owner.query(`delete from ${table}; insert into ${table} table kept.${table}`)
  }

  const keyOf = (table: string) =>
    `log_row_key(to_jsonb(r), '{${columns.filter((each) => each.table === table && each.inKey).map(({ column }) => column)}}')`

  /** Changes one row of the table, whichever; undefined where no row could be changed so. */
  async function change({ table, column }: Column, value: string): Promise<Changed | undefined> {
    const { rows } = await owner.query<{ key: string }>(
      `update ${table} r set ${column} = ${value} where ctid = (select ctid from ${table}
         where ${column} is distinct from (${value}) order by md5(ctid::text || $1) limit 1) returning ${keyOf(table)} as key`,
      [column],
    )
    const [row] = rows
    return row && { table, key: row.key }
  }

  it('in any column: another value', { timeout: 300_000 }, async () => {
    expect(filled.length).toBeGreaterThanOrEqual(30)
    await everyColumn((each) => (otherValue[each.type] ?? unknownType(each))(each.column))
  })

  it('in any column that may be empty: emptied', { timeout: 300_000 }, async () => {
    await everyColumn((each) => (each.nullable ? 'null' : undefined))
  })

  /** One column of every table at a time: each changed row is named, by what it is now, and no other. */
  async function everyColumn(changeOf: (column: Column) => string | undefined): Promise<void> {
    const width = Math.max(...filled.map((table) => columnsOf(table).length))
    let tried = 0
    for (let place = 0; place < width; place += 1) {
      const expected: string[] = []
      for (const table of filled) {
        const column = columnsOf(table)[place]
        const value = column && changeOf(column)
        const changed = value === undefined ? undefined : await change(column as Column, value) // there is a value of a column only
        if (!changed) continue
        tried += 1
        expected.push(
          column?.inKey
            ? `表 ${table} 的行 ${changed.key} 没有任何条目写过它：是另外加进去的 `
            : `表 ${table} 的行 ${changed.key} 与最后写它的条目不符：有的列被改动 #`,
        )
      }
      const found = await named()
      expect(found).toEqual(expect.arrayContaining(expected))
      expect(found.filter((says) => !says.includes('不见了')).length).toBe(expected.length)
      await restore()
    }
    expect(tried).toBeGreaterThanOrEqual(30)
  }

  const columnsOf = (table: string) => columns.filter((each) => each.table === table)

  it('taken away', async () => {
    const expected: string[] = []
    for (const table of filled) {
      const { rows } = await owner.query(
        `delete from ${table} r where ctid = (select ctid from ${table} limit 1) returning ${keyOf(table)} as key`,
      )
      expected.push(`表 ${table} 的行 ${rows[0].key} 不见了：条目最后写过它 #`)
    }
    expect([...(await named())].sort()).toEqual(expected.sort())
  })

  it('added, also to a table that was empty', async () => {
    const expected: string[] = []
    for (const table of tables) {
      const values = columnsOf(table).map(({ column, type }) =>
        (otherValue[type] ?? (() => unknownType({ column, type })))(`null::${type}`),
      )
      const { rows } = await owner.query(
        `insert into ${table} as r values (${values}) returning ${keyOf(table)} as key`,
      )
      expected.push(`表 ${table} 的行 ${rows[0].key} 没有任何条目写过它：是另外加进去的 `)
    }
    expect([...(await named())].sort()).toEqual(expected.sort())
  })

  it('is told with the entry that last wrote it', async () => {
    const accepted = (await w.trace(await someCase())).find(({ op }) => op === 'commission.accept')
    await owner.query(`update commission set title = title || '（改）'`)
    const found = await check()
    expect(found.map(({ index }) => index)).toContain(accepted?.index)
  })

  async function someCase(): Promise<string> {
    const { rows } = await owner.query('select id from appraisal_case')
    return rows[0].id
  }
})

function unknownType({ column, type }: { column: string; type: string }): never {
  throw new Error(
    `${column} is of type ${type}: does its text depend on a setting? Then log_rows must fix it`,
  )
}

const followedColumns = `
  select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
    coalesce(a.attnum = any(i.indkey), false) as "inKey"
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_index i on i.indrelid = c.oid and i.indisprimary
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname !~ '^(log|kysely)_'
    and c.relname <> all ($1) order by c.relname, a.attnum`

/** The owner can take these away as well: nothing but fsck then stands between him and any value. */
const withoutConstraints = `
  do $$ declare each record; begin
    for each in select conrelid::regclass as t, conname from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('c', 'u', 'f') loop
      execute format('alter table %s drop constraint if exists %I cascade', each.t, each.conname);
    end loop;
    for each in select indexrelid::regclass as i from pg_index join pg_class c on c.oid = indrelid
      where indisunique and not indisprimary and c.relnamespace = 'public'::regnamespace loop
      execute format('drop index if exists %s cascade', each.i);
    end loop;
    for each in select attrelid::regclass as t, attname from pg_attribute where attidentity <> ''
      and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') loop
      execute format('alter table %s alter %I drop identity', each.t, each.attname);
    end loop;
  end $$`
