import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '#testing/database.ts'
import { unfollowedTables } from '../src/unfollowed-tables.ts'

/** The log recomputes its own tables; the migrator's record is of the schema, not of a deed. */
const selfKept = /^(log|kysely)_/

describe('the rows of every table', () => {
  let drop: () => Promise<void>
  let events: ReadonlyMap<string, readonly string[]>

  beforeAll(async () => {
    const database = await freshDatabase()
    drop = database.drop
    const owner = new pg.Client({ connectionString: database.url })
    await owner.connect()
    const { rows } = await owner.query<{ table: string; noted: string[] }>(
      `select c.relname as table, array(
         select t.tgname::text from pg_trigger t
         where t.tgrelid = c.oid and t.tgfoid = 'log_rows'::regproc and t.tgenabled = 'O' order by 1) as noted
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
    )
    await owner.end()
    events = new Map(
      rows.filter(({ table }) => !selfKept.test(table)).map(({ table, noted }) => [table, noted]),
    )
  })
  afterAll(() => drop())

  it('are told by the log whenever they are added, changed or taken away, or the table is an exception', () => {
    expect(events.size).toBeGreaterThan(40)
    const all = ['log_rows_delete', 'log_rows_insert', 'log_rows_update']
    for (const [table, noted] of events) expect(noted, table).toEqual(table in unfollowedTables ? [] : all)
  })

  it('are left out only where there is such a table and a reason is given', () => {
    for (const [table, reason] of Object.entries(unfollowedTables)) {
      expect([...events.keys()]).toContain(table)
      expect(reason.length, table).toBeGreaterThan(8)
    }
  })
})
