import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, PEOPLED, type TestDatabase } from '#testing/database.ts'
import { type World, world } from '#testing/world.ts'
import { restoreInstitution, suspendInstitution } from '../contract/institutions.ts'
import { entryAsOf, listAsOf, sizeOn } from './as-of.ts'

const DAY = 24 * 3_600_000
const key = 'institution:44-001'
const tables = ['directory_entry', 'directory_item', 'directory_current', 'institution']
/** Columns that can be given back; of directory_current the database makes some itself. */
const given = (table: string) =>
  table === 'directory_current' ? 'key, kind, log_index, item, body, tags, ever' : '*'

describe('the register of the national list', () => {
  let w: World
  let database: TestDatabase
  let owner: pg.Client

  beforeAll(async () => {
    database = await freshDatabase(PEOPLED)
    w = await world({ url: database.url })
    w.clock.advance(DAY) // 3 March
    await (await w.as('association')).call(suspendInstitution, { id: w.id('jia'), reason: '年度报告缺失' })
    w.clock.advance(-3 * DAY) // a clock set back by three days
    await (await w.as('cnipa')).call(restoreInstitution, { id: w.id('jia'), reason: '补交年度报告' })
    w.clock.advance(10 * DAY)
    owner = new pg.Client({ connectionString: database.url })
    await owner.connect()
    await owner.query('set session_replication_role = replica') // no trigger stands in the way
    for (const table of tables)
      await owner.query(`create table saved_${table} as select ${given(table)} from ${table}`)
  })
  afterAll(async () => {
    await owner.end()
    await w.close()
    await database.drop()
  })

  const read = () => w.program.database.read
  const said = async (day: string) => {
    const size = await sizeOn(read(), day)
    return (await entryAsOf(read(), { day, size, question: 'said' }, key))?.body.state
  }

  it('tells what the list said on a day, in the order of the log and not of a clock that was set back', async () => {
    expect(await said('2020-01-01')).toBeUndefined()
    expect(await said('2026-03-02')).toBe('LISTED')
    const { rows } = await owner.query(
      `select said_at, valid_from::text from directory_entry where key = $1 order by log_index desc limit 2`,
      [key],
    )
    expect(rows[0].said_at).toEqual(rows[1].said_at)
    expect(await said('2026-03-03')).toBe('LISTED') // suspended and restored by the end of that day
  })

  it('lists by what stood then', async () => {
    const day = '2026-03-02'
    const page = { kind: 'institution', after: '', limit: 10, tags: ['state:LISTED'] } as const
    const list = await listAsOf(read(), { day, size: await sizeOn(read(), day), question: 'said' }, page)
    expect(list.map((each) => each.key)).toContain(key)
    const none = await listAsOf(
      read(),
      { day, size: await sizeOn(read(), day), question: 'said' },
      { ...page, tags: ['state:SUSPENDED'] },
    )
    expect(none).toEqual([])
  })

  it('is sound', async () => expect(await w.fsck()).toEqual([]))

  it.each([
    ['an entry', `update directory_entry set valid_from = '2000-01-01' where key = '${key}'`],
    [
      'a removed entry',
      `delete from directory_entry where log_index = (select max(log_index) from directory_entry)`,
    ],
    [
      'an added entry',
      `insert into directory_entry select log_index - 1, 0, key, item, valid_from, null, said_at from directory_entry where key = '${key}' and log_index = (select max(log_index) from directory_entry)`,
    ],
    ['an item', `update directory_item set body = jsonb_set(body, '{name}', '"改名中心"')`],
    ['the tags of an item', `update directory_item set tags = tags || '{state:GRADED}'`],
    ['what it says now', `update directory_current set body = jsonb_set(body, '{state}', '"REMOVED"')`],
    ['the table behind it', `update institution set address = '别处'`],
  ])('fsck finds %s changed by hand', async (_, statement) => {
    await owner.query(statement)
    const found = (await w.fsck()).map(({ says }) => says).join('\n')
    for (const table of tables) {
      await owner.query(`delete from ${table}`)
      const columns = given(table) === '*' ? '' : `(${given(table)})`
      await owner.query(`insert into ${table} ${columns} select * from saved_${table}`)
    }
    expect(found).toMatch(/名录/)
    expect(await w.fsck()).toEqual([])
  })
})
