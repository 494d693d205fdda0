import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshLog, freshLog } from '#testing/fresh-log.ts'
import { type FsckPlan, fsck } from './fsck.ts'

const machine = {
  name: 'matter',
  title: '事项',
  table: 'test_matter',
  initial: 'draft',
  states: { draft: '起草', filed: '已提交', closed: '已办结' },
}

let log: FreshLog
let plan: FsckPlan

beforeAll(async () => {
  log = await freshLog()
  plan = { machines: [machine], trust: log.trust }
  await log.asOwner(
    'create table test_matter (id text primary key, state text); grant all on test_matter to mingjian_app',
  )
  await log.asOwner(`insert into test_matter values ('m1', 'closed'), ('m2', 'filed'), ('m3', 'draft')`)
  await move('m1', 'draft', 'filed')
  await move('m2', 'draft', 'filed')
  await move('m1', 'filed', 'closed')
  await log.grow(600)
  await log.publish()
  await log.grow(100)
  await log.publish()
})
afterAll(() => log.close())

const move = (id: string, from: string, to: string) =>
  log.append('matter.move', { machine: 'matter', subject: { type: 'matter', id }, from, to })

const sentences = async (with_ = plan) => (await fsck(log.database.kysely, with_)).map(({ says }) => says)

it('a sound log has nothing to say', async () => {
  expect(await sentences()).toEqual([])
})

describe('what was changed behind the back of the program is named', () => {
  it.each([
    [
      'a payload',
      `update log_payload set fields = jsonb_set(fields, '{i}', '99') where index = 10`,
      `update log_payload set fields = jsonb_set(fields, '{i}', '7') where index = 10`,
      ['第 10 号条目的字段“i”与叶子中的承诺不符：内容、盐或承诺被改动'],
    ],
    [
      'a payload with a field more',
      `update log_payload set fields = fields || '{"extra":1}' where index = 10`,
      `update log_payload set fields = fields - 'extra' where index = 10`,
      ['第 10 号条目的字段“extra”与叶子中的承诺不符：内容、盐或承诺被改动'],
    ],
    [
      'an operation in the columns',
      `update log_entry set op = 'test.other' where index = 10`,
      `update log_entry set op = 'test.grow' where index = 10`,
      ['第 10 号条目的序号、操作或时间与叶子不符'],
    ],
    [
      'a tile',
      `update log_tile set hashes = overlay(hashes placing '\\x00' from 5 for 1), n = n where level = 0 and n = 1`,
      `update log_tile set hashes = (select string_agg(leaf_hash, '' order by index) from log_entry where index between 256 and 511)
        where level = 0 and n = 1`,
      ['第 0 层第 1 块与条目重算的结果不符：散列块或条目被改动'],
    ],
    [
      'a checkpoint',
      `update log_checkpoint set note = replace(note, E'\\n603\\n', E'\\n604\\n')`,
      `update log_checkpoint set note = replace(note, E'\\n604\\n', E'\\n603\\n')`,
      ['规模 603 的检查点不能用：检查点没有受信任密钥的有效签名'],
    ],
    [
      'a state column',
      `update test_matter set state = 'filed' where id = 'm1'`,
      `update test_matter set state = 'closed' where id = 'm1'`,
      ['事项 m1 的状态是“已提交”，按日志应为“已办结”'],
    ],
    [
      'a row whose changes the log does not know',
      `insert into test_matter values ('m4', 'closed')`,
      `delete from test_matter where id = 'm4'`,
      ['事项 m4 的状态是“已办结”，按日志应为“起草”（日志中没有它的变化）'],
    ],
    [
      'a row that is gone',
      `delete from test_matter where id = 'm2'`,
      `insert into test_matter values ('m2', 'filed')`,
      ['日志记有事项 m2，但表 test_matter 中没有这一行'],
    ],
  ])('%s', async (_, change, undo, says) => {
    await log.tamper(change)
    expect(await sentences()).toEqual(says)
    await log.tamper(undo)
    expect(await sentences()).toEqual([])
  })

  it('a leaf, even with its hash: tiles, root and checkpoints no longer agree', async () => {
    const swap = (from: string, to: string) =>
      log.tamper(`update log_entry set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), '${from}', '${to}'), 'UTF8'),
        at = timestamptz '${to}:05:00Z' where index = 20;
        update log_entry set leaf_hash = sha256('\\x00'::bytea || leaf) where index = 20`)
    await swap('2026-03-02T06', '2026-03-02T07')
    expect(await sentences()).toEqual([
      '第 0 层第 0 块与条目重算的结果不符：散列块或条目被改动',
      '规模 603 的检查点与条目重算的根不符：此前的条目被改动',
      '规模 703 的检查点与条目重算的根不符：此前的条目被改动',
    ])
    await swap('2026-03-02T07', '2026-03-02T06')
    await log.tamper(`update log_entry set leaf = leaf || '\\x20' where index = 20`)
    expect((await sentences()).slice(0, 2)).toEqual([
      '第 20 号条目的叶子与其散列不符：叶子或散列被改动',
      '第 20 号条目的叶子不是第 1 版格式',
    ])
    await log.tamper('update log_entry set leaf = substr(leaf, 1, octet_length(leaf) - 1) where index = 20')
    expect(await sentences()).toEqual([])
  })

  it('a move that does not start where the log left the matter', async () => {
    const index = await move('m1', 'filed', 'closed')
    const found = await fsck(log.database.kysely, plan)
    const says = `第 ${index} 号条目称事项 m1 由“已提交”变化，但日志此前的状态是“已办结”`
    expect(found).toEqual([{ index, says }])
  })

  it('a check of a module is asked as well', async () => {
    const index = 5
    async function* check() {
      yield { index, says: '编号重复' }
    }
    expect(await fsck(log.database.kysely, { checks: [check] })).toContainEqual({ index, says: '编号重复' })
  })

  it('a missing entry, in the middle and at the end', async () => {
    await log.tamper('delete from log_payload where index = 30; delete from log_entry where index = 30')
    expect(await sentences({ trust: log.trust })).toEqual(['日志缺少第 30 号条目：序号应当连续'])
    await log.tamper('delete from log_payload where index >= 20; delete from log_entry where index >= 20')
    expect(await sentences({ trust: log.trust })).toEqual([
      '规模 603 的检查点超出日志现有的 20 条：末尾的条目丢失',
      '规模 703 的检查点超出日志现有的 20 条：末尾的条目丢失',
      '第 0 层第 0 块超出日志的规模',
      '第 0 层第 1 块超出日志的规模',
    ])
  })
})
