import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tree } from '../node-hash.ts'
import { openCheckpoint } from './checkpoint.ts'
import { rootOf } from './merkle.ts'
import { parseNote, verifyNote } from './note.ts'
import { parseVerifierKey } from './note-key.ts'
import { verifyConsistency, verifyInclusion } from './proof.ts'
import { tilePath, tilesOf } from './tile.ts'

const data = join(import.meta.dirname, '../../../../shared/data/transparency')
const here = existsSync(data)
const title = here ? '' : ' (data not here: ../shared/data/transparency)'

interface Probe {
  leafIdx: number
  treeSize: number
  root: string
  leafHash: string
  size1: number
  size2: number
  root1: string
  root2: string
  proof: string[] | null
  wantErr: boolean
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

function probes(kind: string): [string, Probe][] {
  const folder = join(data, 'merkle-proofs', kind)
  const names = here ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))])
}

describe.skipIf(!here)(`merkle proof probes of others${title}`, () => {
  it.each(probes('inclusion'))('inclusion/%s', (_, { leafIdx, treeSize, leafHash, root, proof, wantErr }) => {
    const claim = { index: leafIdx, size: treeSize, leafHash: bytes(leafHash), root: bytes(root) }
    expect(verifyInclusion(tree, { ...claim, proof: (proof ?? []).map(bytes) })).toBe(!wantErr)
  })

  it.each(probes('consistency'))('consistency/%s', (_, { size1, size2, root1, root2, proof, wantErr }) => {
    const claim = { older: size1, newer: size2, olderRoot: bytes(root1), newerRoot: bytes(root2) }
    expect(verifyConsistency(tree, { ...claim, proof: (proof ?? []).map(bytes) })).toBe(!wantErr)
  })

  it.skip('subtree proofs: of the Merkle-tree-certificate drafts; the log makes and checks none', () => {})
})

describe.skipIf(!here)(`a log mirrored and witnessed by others${title}`, () => {
  const witness = join(data, 'sunlight-mirror/witness')
  const log = '000de184301123b9278c086a7d9f68c9577e83872224c197058fd90784ea9706'
  const mirror = join(witness, 'mirror', log)
  const text = (path: string) => readFileSync(path, 'utf8')
  const keyOf = (path: string) => {
    const key = parseVerifierKey(tree.sha256, JSON.parse(text(path)).verifier_keys[0])
    if (!key) throw new Error(`no key in ${path}`)
    return key
  }

  it.each([
    ['witness', join(witness, log, 'checkpoint'), join(witness, 'witness.v0.json')],
    ['mirror', join(mirror, 'checkpoint'), join(witness, 'mirror/mirror.v0.json')],
  ])('the cosignature of the %s holds, and not over a changed note', async (_, checkpoint, keys) => {
    const key = keyOf(keys)
    const note = parseNote(text(checkpoint))
    if (!note) throw new Error('unreadable')
    expect(await verifyNote(note, [key])).toEqual([{ key, time: 0x69546780 }])
    expect(await verifyNote({ ...note, text: note.text.replace('300', '301') }, [key])).toBeUndefined()
  })

  it('a cosignature alone does not make a checkpoint of the log', async () => {
    const keys = [keyOf(join(witness, 'witness.v0.json'))]
    const opened = await openCheckpoint(text(join(witness, log, 'checkpoint')), {
      origin: 'rome2026h1.example.org',
      keys,
    })
    expect(opened).toEqual({ says: '检查点只有见证签名，没有日志自己的签名' })
  })

  it('every tile lies where we look for it, and together they give the signed root', () => {
    const tiles = tilesOf(0, 300)
    expect(tiles.map(tilePath)).toEqual(['tile/0/000', 'tile/0/001.p/44', 'tile/1/000.p/1'])
    const [full = [], partial = [], above = []] = tiles.map((tile) => hashesOf(join(mirror, tilePath(tile))))
    expect(above).toEqual([rootOf(tree, full)])
    const root = Buffer.from(rootOf(tree, [...full, ...partial])).toString('base64')
    expect(text(join(mirror, 'checkpoint'))).toContain(`\n300\n${root}\n`)
  })

  it.skip('entry bundles: those of the mirror are placeholders (“fake mirrored entry bundle”), nothing to recompute', () => {})
})

function hashesOf(path: string): Uint8Array[] {
  const tile = readFileSync(path)
  return Array.from(
    { length: tile.length / 32 },
    (_, i) => new Uint8Array(tile.subarray(i * 32, i * 32 + 32)),
  )
}
