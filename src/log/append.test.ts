import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshLog, freshLog } from '#testing/fresh-log.ts'
import { append } from './append.ts'
import { openField, parseLeaf } from './core/leaf.ts'
import { sha256, tree } from './node-hash.ts'

let log: FreshLog
beforeAll(async () => {
  log = await freshLog(16)
})
afterAll(() => log.close())

const at = '2026-03-02T06:05:00.000Z'

const entryAt = (index: number) =>
  log.database.read
    .selectFrom('log_entry')
    .innerJoin('log_payload', 'log_payload.index', 'log_entry.index')
    .selectAll()
    .where('log_entry.index', '=', index)
    .executeTakeFirstOrThrow()

it('an entry is a public leaf of commitments, each of which opens with its field and salt and with nothing else', async () => {
  const fields = {
    by: { name: '张䶮' },
    from: 'submitted',
    to: 'accepted',
    input: { b: [1.5, null], a: '𬭚' },
  }
  const index = await log.append('commission.accept', fields)
  const entry = await entryAt(index)
  const leaf = parseLeaf(entry.leaf)
  if (!leaf) throw new Error('unreadable leaf')
  expect(leaf).toMatchObject({ v: 1, index, op: 'commission.accept', at })
  expect(Object.keys(leaf.c)).toEqual(['by', 'from', 'input', 'to'])
  expect(Buffer.from(entry.leaf).toString()).not.toContain('accepted')
  expect(new Uint8Array(entry.leaf_hash)).toEqual(tree.leaf(entry.leaf))
  expect(entry.fields).toEqual(fields)
  for (const [field, value] of Object.entries(entry.fields)) {
    const salt = entry.salts[field] ?? ''
    expect(openField(sha256, leaf, field, { salt, value })).toBe(true)
    expect(openField(sha256, leaf, field, { salt, value: '别的' })).toBe(false)
    expect(openField(sha256, leaf, 'subject', { salt, value })).toBe(false)
    expect(
      openField(sha256, leaf, field, {
        salt: entry.salts.by === salt ? (entry.salts.to ?? '') : (entry.salts.by ?? ''),
        value,
      }),
    ).toBe(false)
  }
})

it('equal values of two entries have different commitments', async () => {
  const [a, b] = [await log.append('test.same', { x: '同' }), await log.append('test.same', { x: '同' })]
  const [first, second] = [parseLeaf((await entryAt(a)).leaf), parseLeaf((await entryAt(b)).leaf)]
  expect(first?.c.x).not.toBe(second?.c.x)
})

it('sixteen at once, some of which roll back, leave indexes without a gap', async () => {
  const before = await log.append('test.before', {})
  const tries = Array.from({ length: 160 }, (_, i) =>
    log.database.kysely
      .transaction()
      .execute(async (tx) => {
        const { index } = await append(tx, { op: 'test.race', at, fields: { i } }, { randomBytes })
        if (i % 5 === 0) throw new Error('rolled back')
        return index
      })
      .catch(() => null),
  )
  const indexes = (await Promise.all(tries)).filter((index) => index !== null)
  expect(indexes.sort((a, b) => a - b)).toEqual(Array.from({ length: 128 }, (_, i) => before + 1 + i))
})

it('refuses to sequence under another isolation than READ COMMITTED', async () => {
  const wrong = log.database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => append(tx, { op: 'test.isolation', at, fields: {} }, { randomBytes }))
  await expect(wrong).rejects.toThrow('READ COMMITTED')
})

it.each(['log_entry', 'log_payload', 'log_tile', 'log_checkpoint'])(
  'what %s holds cannot be changed or removed, neither by the program nor by the owner',
  async (table) => {
    const column = table === 'log_tile' ? 'n' : table === 'log_checkpoint' ? 'size' : 'index'
    for (const statement of [
      `update ${table} set ${column} = 0`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(log.database.pool.query(statement), `程序 ${statement}`).rejects.toMatchObject({
        code: '42501',
      })
      await expect(log.asOwner(statement), `所有者 ${statement}`).rejects.toThrow('日志只增不改')
    }
  },
)
