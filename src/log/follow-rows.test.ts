import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tx } from '#kernel/capabilities.ts'
import { migrate } from '#platform/migrate.ts'
import { type FreshLog, freshLog } from '#testing/fresh-log.ts'
import { append } from './append.ts'
import { followedTables, type WrittenRows, writtenRows } from './follow-rows.ts'
import { fsck } from './fsck.ts'

let log: FreshLog
let unfollowed: readonly string[]

/** Tables of this test alone: of the platform's own none is looked at. */
beforeAll(async () => {
  log = await freshLog()
  const platforms = await followedTables(log.database.kysely, [])
  unfollowed = [...platforms.map(({ table }) => table), 'test_draft']
  await log.asOwner(`
    create table test_matter (region text, no int, title text, at timestamptz, form jsonb, days date[], primary key (region, no));
    create table test_page (id int primary key, region text, no int,
      foreign key (region, no) references test_matter on delete cascade);
    create table test_draft (id int primary key, text text);
    grant all on test_matter, test_page, test_draft to mingjian_app`)
  await migrate(log.url, unfollowed)
})
afterAll(() => log.close())

const sentences = async () => (await fsck(log.database.kysely, { unfollowed })).map(({ says }) => says)

/** Carries out the statements in one transaction and traces them, as the pipeline does. */
function deed(...statements: string[]): Promise<WrittenRows | undefined> {
  return log.database.kysely.transaction().execute(async (tx: Tx) => {
    for (const statement of statements) await sql.raw(statement).execute(tx)
    const written = await writtenRows(tx)
    const at = '2026-03-02T06:05:00.000Z'
    await append(tx, { op: 'test.deed', at, fields: written ? { written } : {} }, { randomBytes })
    return written
  })
}

const digest = expect.stringMatching(/^[0-9a-f]{64}$/)

it('a deed tells every row that it added, changed or took away, as it left it, and no other', async () => {
  expect(
    await deed(
      `insert into test_matter values ('江苏', 1, '甲', '2026-03-02 10:00+08', '{"b":1,"a":null}', '{2026-03-02}')`,
      `insert into test_matter (region, no) values ('江苏', 2), ('上海', 1)`,
      `insert into test_page values (1, '江苏', 2), (2, '江苏', 1)`,
      `insert into test_draft values (1, '草稿')`,
    ),
  ).toEqual({
    test_matter: { '江苏/1': digest, '江苏/2': digest, '上海/1': digest },
    test_page: { 1: digest, 2: digest },
  })
  expect(
    await deed(
      `insert into test_matter values ('江苏', 1, '乙') on conflict (region, no) do update set title = excluded.title`,
      `update test_matter set no = 9 where region = '上海'`,
      `delete from test_matter where region = '江苏' and no = 2`,
      `update test_matter set title = '无' where no = 100`,
    ),
  ).toEqual({
    test_matter: { '江苏/1': digest, '江苏/2': null, '上海/1': null, '上海/9': digest },
    test_page: { 1: null },
  })
  expect(await deed(`insert into test_draft values (2, '草稿')`)).toBeUndefined()
  expect(await deed('savepoint s', `delete from test_matter`, 'rollback to savepoint s')).toBeUndefined()
  expect(await sentences()).toEqual([])
})

it('what stands is the same in whatever zone and manner times are printed when it is written', async () => {
  const set = `set local timezone to 'Asia/Shanghai'; set local datestyle to 'German, DMY'; set local intervalstyle to 'sql_standard'`
  await deed(set, `update test_matter set at = '2026-05-01 00:00+08', days = '{2026-05-01}'`)
  expect(await sentences()).toEqual([])
})

it('a column that is added empty later changes nothing; a row that comes back by a deed stands again', async () => {
  await log.asOwner('alter table test_matter add column later text')
  expect(await sentences()).toEqual([])
  await deed(`delete from test_matter where region = '上海'`)
  await deed(`insert into test_matter (region, no, later) values ('上海', 9, '后来')`)
  expect(await sentences()).toEqual([])
})

it.each([
  [
    'a column of a row',
    `update test_matter set at = at + interval '1 microsecond' where region = '江苏'`,
    `update test_matter set at = at - interval '1 microsecond' where region = '江苏'`,
    /^表 test_matter 的行 江苏\/1 与最后写它的第 \d+ 号条目不符：有的列被改动$/,
  ],
  [
    'a nothing inside a form',
    `update test_matter set form = form - 'a' where region = '江苏'`,
    `update test_matter set form = form || '{"a":null}' where region = '江苏'`,
    /^表 test_matter 的行 江苏\/1 与最后写它/,
  ],
  [
    'a row too many',
    `insert into test_page values (7)`,
    `delete from test_page where id = 7`,
    /^表 test_page 的行 7 没有任何条目写过它：是另外加进去的$/,
  ],
  [
    'a row that a deed took away',
    `insert into test_page values (1, '江苏', 2)`,
    `delete from test_page where id = 1`,
    /^表 test_page 的行 1 应当没有：第 1 号条目删去了它$/,
  ],
  [
    'a row that is gone',
    `delete from test_page where id = 2`,
    `insert into test_page values (2, '江苏', 1)`,
    /^表 test_page 的行 2 不见了：第 0 号条目最后写过它$/,
  ],
  [
    'a whole table',
    'alter table test_page rename to test_draft_2; alter table test_draft rename to test_page',
    'alter table test_page rename to test_draft; alter table test_draft_2 rename to test_page',
    /^表 test_page 的行 1 应当没有/,
  ],
])('by hand: %s', async (_, change, undo, says) => {
  await log.tamper(change)
  expect(await sentences()).toContainEqual(expect.stringMatching(says))
  await log.tamper(undo)
  expect(await sentences()).toEqual([])
})

it('what an entry was made to tell by hand is said, whatever it is', async () => {
  for (const value of ['5', '[]', '{"test_page":[]}', '{"test_page":{"2":{}}}']) {
    await log.tamper(`create table kept as select * from log_payload where index = 0;
      update log_payload set fields = jsonb_set(fields, '{written}', '${value}') where index = 0`)
    expect(await sentences()).toEqual(
      expect.arrayContaining(['第 0 号条目的字段“written”与叶子中的承诺不符：内容、盐或承诺被改动']),
    )
    await log.tamper(
      'update log_payload p set fields = kept.fields from kept where p.index = 0; drop table kept',
    )
  }
  expect(await sentences()).toEqual([])
})

it('a table without a primary key cannot be followed and is not left out silently', async () => {
  await log.asOwner('create table test_keyless (a int)')
  await expect(migrate(log.url, unfollowed)).rejects.toThrow('test_keyless needs a primary key')
  await log.asOwner('drop table test_keyless')
})
