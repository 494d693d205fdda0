import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemChance } from './ids.ts'
import { localTileStore } from './tile-store.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingjian-tiles-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('what was written is read, replaced whole, and nothing is left beside it', async () => {
  const store = localTileStore(join(folder, 'log'), systemChance)
  expect(await store.read('checkpoint')).toBeUndefined()
  await store.write('tile/0/x001/234.p/7', Uint8Array.of(1, 2, 3))
  await store.write('checkpoint', Uint8Array.of(1))
  await store.write('checkpoint', Uint8Array.of(2, 3))
  expect(await store.read('tile/0/x001/234.p/7')).toEqual(Uint8Array.of(1, 2, 3))
  expect(await store.read('checkpoint')).toEqual(Uint8Array.of(2, 3))
  await store.remove('tile/0/x001/234.p')
  await store.remove('tile/0/x001/234.p')
  expect(await store.read('tile/0/x001/234.p/7')).toBeUndefined()
  expect(await readdir(join(folder, 'log'))).toEqual(['checkpoint', 'tile'])
})
