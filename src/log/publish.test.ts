import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FreshLog, freshLog, memoryStore } from '#testing/fresh-log.ts'
import { openCheckpoint, parseCheckpoint } from './core/checkpoint.ts'
import { rootOf } from './core/merkle.ts'
import { parseNote } from './core/note.ts'
import { verifyConsistency, verifyInclusion } from './core/proof.ts'
import { checkReceipt } from './core/receipt.ts'
import { bundlePath, parseBundle, tilePath, tilesOf } from './core/tile.ts'
import { fsck } from './fsck.ts'
import { guard } from './guard.ts'
import { tree } from './node-hash.ts'
import { consistencyProof, inclusionProof, proofFile, rootAt } from './prove.ts'
import { publish, type TileStore } from './publish.ts'
import { ed25519Signer } from './signer.ts'

let log: FreshLog
beforeEach(async () => {
  log = await freshLog()
})
afterEach(() => log.close())

it('what is published can be read by a stranger: the files alone give back every leaf and the signed root', async () => {
  await log.grow(70)
  expect(await log.publish()).toBe(70)
  expect(await readAsStranger(log.store)).toHaveLength(70)
  await log.grow(230)
  expect(await log.publish()).toBe(300)
  expect(await readAsStranger(log.store)).toHaveLength(300)
  const paths = [
    'checkpoint',
    'tile/0/000',
    'tile/0/001.p/44',
    'tile/1/000.p/1',
    'tile/entries/000',
    'tile/entries/001.p/44',
  ]
  expect([...log.store.files.keys()].sort()).toEqual(paths)
  expect(await fsck(log.database.kysely, { trust: log.trust })).toEqual([])
})

it('nothing new means nothing signed; an empty log has no checkpoint', async () => {
  expect(await log.publish()).toBe(0)
  expect(log.store.files.size).toBe(0)
  await log.grow(3)
  await log.publish()
  const note = new TextDecoder().decode(log.store.files.get('checkpoint'))
  expect(await log.publish()).toBe(3)
  expect(new TextDecoder().decode(log.store.files.get('checkpoint'))).toBe(note)
})

it.each([
  ['failed', false],
  ['failed-but-persisted', true],
])('stopped at any write (%s), the files stay readable and the next run finishes', async (_, reached) => {
  await log.grow(250)
  await log.publish()
  const before = new Map(log.store.files)
  await log.grow(280)
  let writes = 0
  for (let finished = false; !finished; writes++) {
    const store = memoryStore(before)
    finished = (await log.publish(crashing(store, writes, reached)).catch(() => null)) === 530
    expect([250, 530]).toContain((await readAsStranger(store)).length)
    expect(await log.publish(store)).toBe(530)
    expect(await readAsStranger(store)).toHaveLength(530)
  }
  // three tiles of level 0 with their bundles, one of level 1, the checkpoint, then four removals
  expect(writes - 1).toBe(12)
  expect(await fsck(log.database.kysely, { trust: log.trust })).toEqual([])
})

it('stopped between integration and signature, the next run signs', async () => {
  await log.grow(600)
  const sign = () => Promise.reject(new Error('the key is not at hand'))
  const { store, trust, database } = log
  const now = () => new Date('2026-03-02T06:05:01.000Z')
  const attempt = publish({ db: database.kysely, store, signer: { ...log.signer, sign }, trust, now })
  await expect(attempt).rejects.toThrow('the key is not at hand')
  expect(store.files.size).toBe(0)
  expect(await log.publish()).toBe(600)
  expect(await readAsStranger(store)).toHaveLength(600)
})

it.each([
  ['a tile', 'log_tile', 'new.n = 1'],
  ['the tile above', 'log_tile', 'new.level = 1'],
  ['the checkpoint', 'log_checkpoint', 'true'],
])('stopped by the database while storing %s, the next run finishes', async (_, table, when) => {
  await sequenceBlank(when === 'new.level = 1' ? 65_900 : 600)
  await log.asOwner(`create function test_fail() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
    create trigger test_fail before insert on ${table} for each row when (${when}) execute function test_fail()`)
  await expect(log.publish()).rejects.toThrow('disk full')
  expect(log.store.files.size).toBe(0)
  await log.asOwner(`drop trigger test_fail on ${table}`)
  const size = (await log.publish()) ?? 0
  const leaves = await readAsStranger(log.store)
  expect(leaves).toHaveLength(size)
  for (const index of [0, 255, 256, size - 1].filter((index) => index < size)) {
    const proof = await inclusionProof(log.database.read, index, size)
    const root = await rootAt(log.database.read, size)
    expect(
      verifyInclusion(tree, { index, size, leafHash: tree.leaf(leaves[index] ?? root), root, proof }),
    ).toBe(true)
  }
  expect(await fsck(log.database.kysely, { trust: log.trust })).toEqual([])
})

/** Sequences many entries without fields inside the database: enough for a full tile of the second level. */
function sequenceBlank(count: number): Promise<void> {
  const tail = ',"op":"test.blank","at":"2026-03-02T06:05:00.000Z","c":{}}'
  return log.asOwner(`do $$ begin for i in 1..${count} loop
    perform log_append('test.blank', '2026-03-02T06:05:00Z', '{"v":1,"index":', '${tail}', '{}', '{}'); end loop; end $$`)
}

it('two publishers at once: one leads, the other leaves it alone', async () => {
  await log.grow(5)
  let both: Promise<number | undefined> | undefined
  const store: TileStore = {
    ...log.store,
    write: async (path, bytes) => {
      both ??= log.publish()
      expect(await both).toBeUndefined()
      await log.store.write(path, bytes)
    },
  }
  expect(await log.publish(store)).toBe(5)
  expect(await log.publish()).toBe(5)
})

it('never signs over a changed past, nor under a published checkpoint that the database does not continue', async () => {
  await log.grow(40)
  await log.publish()
  const store = memoryStore(log.store.files)
  await log.grow(1)
  await log.tamper(`update log_entry set leaf_hash = sha256('x') where index = 7`)
  await expect(log.publish()).rejects.toThrow('接不上已签发的检查点')
  await log.tamper(`update log_entry set leaf_hash = sha256('\\x00'::bytea || leaf) where index = 7`)
  expect(await log.publish()).toBe(41)

  await log.tamper(
    'delete from log_checkpoint; delete from log_payload where index > 29; delete from log_entry where index > 29',
  )
  await expect(log.publish(store)).rejects.toThrow('接不上已签发的检查点')
  await log.grow(20)
  await expect(log.publish(store)).rejects.toThrow('接不上已签发的检查点')
  expect(store.files.get('checkpoint')).toBeDefined()
})

it('a new key continues the log of the old one', async () => {
  await log.grow(3)
  await log.publish()
  await log.grow(3)
  const signer = ed25519Signer(log.trust.origin, generateKeyPairSync('ed25519').privateKey)
  const trust = { ...log.trust, keys: [...log.trust.keys, signer.key] }
  const now = () => new Date('2027-01-01T00:00:00.000Z')
  expect(await publish({ db: log.database.kysely, store: log.store, signer, trust, now })).toBe(6)
  expect(await fsck(log.database.kysely, { trust })).toEqual([])
})

it('proofs out of the database hold for every published size', async () => {
  const sizes = [1, 2, 255, 256, 257, 512, 700, 1300]
  let have = 0
  for (const size of sizes) {
    await log.grow(size - have)
    await log.publish()
    have = size
  }
  const read = log.database.read
  const rows = await read.selectFrom('log_entry').select('leaf_hash').orderBy('index').execute()
  const hashes = rows.map(({ leaf_hash }) => leaf_hash)
  for (const newer of sizes) {
    const root = await rootAt(read, newer)
    expect(Buffer.from(root)).toEqual(Buffer.from(rootOf(tree, hashes.slice(0, newer))))
    for (const index of [0, 1, 254, 255, 256, 511, 699, newer - 1].filter((index) => index < newer)) {
      const leafHash = hashes[index] ?? root
      const proof = await inclusionProof(read, index, newer)
      expect(verifyInclusion(tree, { index, size: newer, leafHash, root, proof })).toBe(true)
    }
    for (const older of sizes.filter((size) => size <= newer)) {
      const proof = await consistencyProof(read, older, newer)
      const olderRoot = rootOf(tree, hashes.slice(0, older))
      expect(verifyConsistency(tree, { older, newer, olderRoot, newerRoot: root, proof })).toBe(true)
    }
  }
})

it('a proof file is checked offline, opens just the fields asked for, and any changed character is found', async () => {
  await log.grow(20)
  const index = await log.append('opinion.issue', {
    file: 'a'.repeat(64),
    by: { name: '李某' },
    number: '2026-0001',
  })
  expect(await proofFile(log.database.read, { index, open: ['file'] })).toBeUndefined()
  await log.publish()
  const file = (await proofFile(log.database.read, { index, open: ['file', 'number'] })) ?? ''
  await log.grow(5)
  await log.publish()
  expect(await proofFile(log.database.read, { index, open: ['file', 'number'] })).toBe(file)

  const checked = await checkReceipt(tree, file, log.trust)
  if ('says' in checked) throw new Error(checked.says)
  expect(checked.leaf).toMatchObject({ index, op: 'opinion.issue' })
  expect(Object.keys(checked.opened)).toEqual(['file', 'number'])
  expect(checked.opened.file?.value).toBe('a'.repeat(64))
  expect(checked.checkpoint.size).toBe(21)

  for (let at = 0; at < file.length; at++) {
    const other = file[at] === 'A' ? 'B' : 'A'
    const changed = await checkReceipt(tree, file.slice(0, at) + other + file.slice(at + 1), log.trust)
    expect('says' in changed, `character ${at}`).toBe(true)
  }
  const stranger = {
    ...log.trust,
    keys: [ed25519Signer(log.trust.origin, generateKeyPairSync('ed25519').privateKey).key],
  }
  expect(await checkReceipt(tree, file, stranger)).toEqual({ says: '检查点没有受信任密钥的有效签名' })
})

it('the start guard tells a database that continues what was published from an older and from another one', async () => {
  const { read } = log.database
  expect(await guard(read, undefined, log.trust)).toEqual({ state: 'nothing-published' })
  await log.grow(300)
  await log.publish()
  await log.grow(5)
  const published = new TextDecoder().decode(log.store.files.get('checkpoint'))
  expect(await guard(read, published, log.trust)).toEqual({ state: 'continues', size: 300 })
  expect(await guard(read, published.replace('300', '301'), log.trust)).toMatchObject({ state: 'unreadable' })
  await log.tamper(`update log_entry set leaf_hash = sha256('x') where index = 299`)
  expect(await guard(read, published, log.trust)).toMatchObject({ state: 'different' })
  await log.tamper('delete from log_payload where index > 290; delete from log_entry where index > 290')
  const verdict = await guard(read, published, log.trust)
  expect(verdict).toMatchObject({ state: 'behind' })
  expect('says' in verdict && verdict.says).toContain('数据库只有 291 条日志，而已公布的检查点有 300 条')
})

/** Reads the log from its files alone: every tile recomputed from the bundles, the root compared with the checkpoint. */
async function readAsStranger(store: TileStore): Promise<Uint8Array[]> {
  const note = new TextDecoder().decode(await store.read('checkpoint'))
  const opened = await openCheckpoint(note, log.trust)
  if ('says' in opened) throw new Error(opened.says)
  expect(parseCheckpoint(parseNote(note)?.text ?? '')?.size).toBe(opened.size)
  const leaves: Uint8Array[] = []
  const roots: Uint8Array[][] = []
  for (const tile of tilesOf(0, opened.size)) {
    const bytes = await either(store, tilePath(tile), tilePath({ ...tile, width: 256 }))
    const expected: Uint8Array[] = []
    if (tile.level === 0) {
      const entries =
        parseBundle(await either(store, bundlePath(tile), bundlePath({ ...tile, width: 256 }))) ?? []
      leaves.push(...entries.slice(0, tile.width))
      expected.push(...entries.slice(0, tile.width).map(tree.leaf))
    } else {
      expected.push(...(roots[tile.level] ?? []).slice(tile.n * 256, tile.n * 256 + tile.width))
    }
    expect(Buffer.from(bytes.subarray(0, tile.width * 32))).toEqual(Buffer.concat(expected))
    const above = roots[tile.level + 1] ?? []
    roots[tile.level + 1] = [...above, rootOf(tree, expected)]
  }
  expect(Buffer.from(rootOf(tree, leaves.map(tree.leaf)))).toEqual(Buffer.from(opened.root))
  return leaves
}

/** A partial tile may be gone once the full one is there (tlog-tiles). */
async function either(store: TileStore, path: string, full: string): Promise<Uint8Array> {
  const bytes = (await store.read(path)) ?? (await store.read(full))
  if (!bytes) throw new Error(`neither ${path} nor ${full}`)
  return bytes
}

/** Lets `allowed` writes pass and then fails, the failing one having reached the store or not. */
function crashing(store: TileStore, allowed: number, reached: boolean): TileStore {
  let left = allowed
  const pass = async (act: () => Promise<void>) => {
    if (left-- > 0) return act()
    if (reached) await act()
    throw new Error('crashed')
  }
  return {
    read: store.read,
    write: (path, bytes) => pass(() => store.write(path, bytes)),
    remove: (folder) => pass(() => store.remove(folder)),
  }
}
