import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshLog, freshLog, memoryStore } from '#testing/fresh-log.ts'
import { checkFiles } from './check-files.ts'
import { fsck } from './fsck.ts'

let log: FreshLog
beforeAll(async () => {
  log = await freshLog()
  await log.grow(290)
  await log.publish()
})
afterAll(() => log.close())

async function sentences(files: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const found: string[] = []
  for await (const { says } of checkFiles(memoryStore(files), log.trust)) found.push(says)
  return found
}

it('the files that were published have nothing to say', async () => {
  expect(await sentences(log.store.files)).toEqual([])
  const plan = { trust: log.trust, store: log.store }
  expect(await fsck(log.database.kysely, plan)).toEqual([])
  const without = memoryStore(log.store.files)
  without.files.delete('tile/0/000')
  const says = '发布文件 tile/0/000 缺失或与条目重算的结果不符'
  expect(await fsck(log.database.kysely, { ...plan, store: without })).toEqual([{ index: 0, says }])
})

it('a partial tile that the full one replaced meanwhile is read from its beginning', async () => {
  const later = memoryStore(log.store.files)
  await log.grow(230)
  await log.publish(later)
  const files = new Map(later.files).set('checkpoint', log.store.files.get('checkpoint') ?? new Uint8Array())
  expect(later.files.has('tile/0/001.p/34')).toBe(false)
  expect(await sentences(files)).toEqual([])
})

it('one flipped bit anywhere in any published file is found', async () => {
  const paths = [...log.store.files.keys()]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), fc.nat(7), async (path, at, bit) => {
      const bytes = log.store.files.get(path) ?? new Uint8Array()
      const changed = bytes.map((byte, i) => (i === at % bytes.length ? byte ^ (1 << bit) : byte))
      expect(await sentences(new Map(log.store.files).set(path, changed))).not.toEqual([])
    }),
    { numRuns: 500 },
  )
})

it('a missing, shortened or lengthened file is found', async () => {
  for (const [path, bytes] of log.store.files) {
    if (path !== 'checkpoint') {
      const without = new Map(log.store.files)
      without.delete(path)
      expect(await sentences(without), path).not.toEqual([])
    }
    expect(await sentences(new Map(log.store.files).set(path, bytes.slice(0, -1))), path).not.toEqual([])
    expect(await sentences(new Map(log.store.files).set(path, Uint8Array.of(...bytes, 0))), path).not.toEqual(
      [],
    )
  }
})
