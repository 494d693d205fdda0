import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bundlePath, parseBundle, printBundle, tilePath, tilesOf } from './tile.ts'
import { parseTlogProof, printTlogProof } from './tlog-proof.ts'

it.each([
  [{ level: 0, n: 0, width: 256 }, 'tile/0/000'],
  [{ level: 0, n: 999, width: 255 }, 'tile/0/999.p/255'],
  [{ level: 1, n: 1000, width: 1 }, 'tile/1/x001/000.p/1'],
  [{ level: 3, n: 1234067, width: 256 }, 'tile/3/x001/x234/067'],
])('%o lies at %s', (tile, path) => expect(tilePath(tile)).toBe(path))

it('entries lie beside the tiles of level 0', () => {
  expect(bundlePath({ n: 1234067, width: 8 })).toBe('tile/entries/x001/x234/067.p/8')
})

it('a tree of 70 000 leaves has the tiles that the specification counts', () => {
  const tiles = tilesOf(0, 70_000)
  const widths = (level: number) => tiles.filter((tile) => tile.level === level).map(({ width }) => width)
  expect(widths(0)).toEqual([...Array.from({ length: 273 }, () => 256), 112])
  expect(widths(1)).toEqual([256, 17])
  expect(widths(2)).toEqual([1])
  expect(widths(3)).toEqual([])
  expect(tilesOf(0, 256).map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1'])
})

it('growing step by step makes every tile that growing at once does', () => {
  fc.assert(
    fc.property(fc.nat(200_000), fc.nat(200_000), (a, b) => {
      const [older, newer] = [Math.min(a, b), Math.max(a, b)]
      const stepwise = new Set([...tilesOf(0, older), ...tilesOf(older, newer)].map(tilePath))
      expect(
        tilesOf(0, newer)
          .map(tilePath)
          .filter((path) => !stepwise.has(path)),
      ).toEqual([])
    }),
  )
})

it('a bundle gives back its entries, and none when it is cut short', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { minLength: 1 }), fc.nat(), (entries, at) => {
      const bundle = printBundle(entries)
      expect(parseBundle(bundle)).toEqual(entries)
      const cut = parseBundle(bundle.slice(0, at % bundle.length))
      expect(cut === undefined || cut.length < entries.length).toBe(true)
    }),
  )
  expect(() => printBundle([new Uint8Array(65_536)])).toThrow(RangeError)
})

const proof =
  'c2sp.org/tlog-proof@v1\nextra aGk=\nindex 7\ngSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\n\nexample.com/log\n8\nAA==\n'

it('a proof file is read and printed as the specification writes it', () => {
  const read = parseTlogProof(proof)
  expect(read).toMatchObject({
    index: 7,
    extra: Uint8Array.of(0x68, 0x69),
    checkpoint: 'example.com/log\n8\nAA==\n',
  })
  expect(read && printTlogProof(read)).toBe(proof)
  const bare = proof.replace(/extra.*\n/, '')
  expect(
    printTlogProof({ index: 7, hashes: read?.hashes ?? [], checkpoint: 'example.com/log\n8\nAA==\n' }),
  ).toBe(bare)
})

it.each([
  ['another version', proof.replace('@v1', '@v2')],
  ['an index with a leading zero', proof.replace('index 7', 'index 07')],
  ['no index', proof.replace('index 7\n', '')],
  ['extra after the index', proof.replace('extra aGk=\nindex 7', 'index 7\nextra aGk=')],
  ['extra in another spelling', proof.replace('aGk=', 'aGk')],
  ['a short hash', proof.replace('gSKy', '')],
  ['no checkpoint', proof.slice(0, proof.indexOf('\n\n') + 2)],
  ['carriage returns', proof.replaceAll('\n', '\r\n')],
  ['too many hashes', proof.replace(/(gSKy.*\n)/, '$1'.repeat(54))],
])('a proof file with %s is not read', (_, changed) => expect(parseTlogProof(changed)).toBeUndefined())
