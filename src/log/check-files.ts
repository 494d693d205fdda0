import { concat, sameBytes, utf8Text } from './core/bytes.ts'
import { type LogTrust, openCheckpoint } from './core/checkpoint.ts'
import { frontier } from './core/frontier.ts'
import { rootOf } from './core/merkle.ts'
import { bundlePath, parseBundle, type Tile, tilePath, tilesOf, tileWidth } from './core/tile.ts'
import type { Discrepancy } from './discrepancy.ts'
import { tree } from './node-hash.ts'
import { checkpointPath, type TileStore } from './publish.ts'

/**
 * Recomputes what was published from the published files alone, as a stranger would: entries → tiles → signed root.
 * Every byte of the files that the checkpoint needs is compared.
 */
export async function* checkFiles(
  store: Pick<TileStore, 'read'>,
  trust: LogTrust,
): AsyncIterable<Discrepancy> {
  const note = await store.read(checkpointPath)
  if (!note) return
  const checkpoint = await openCheckpoint(utf8Text(note) ?? '', trust)
  if ('says' in checkpoint) {
    yield { index: null, says: `发布的检查点不能用：${checkpoint.says}` }
    return
  }
  const grown = frontier(tree)
  const roots: Uint8Array[][] = []
  for (const tile of tilesOf(0, checkpoint.size)) {
    const { level, n, width } = tile
    const index = n * tileWidth ** (level + 1)
    const below = roots[level - 1]?.slice(n * tileWidth, n * tileWidth + width)
    const hashes = below ?? (await entriesUnder(store, tile))?.map(tree.leaf)
    if (hashes?.length !== width) {
      yield { index, says: `发布文件 ${bundlePath(tile)} 缺失、被截断或条目数不符` }
      return
    }
    const stored = await tileBytes(store, tile)
    if (!stored || !sameBytes(stored, concat(...hashes))) {
      yield { index, says: `发布文件 ${tilePath(tile)} 缺失或与条目重算的结果不符` }
    }
    if (level === 0) for (const hash of hashes) grown.add(hash)
    if (width === tileWidth) roots[level] = [...(roots[level] ?? []), rootOf(tree, hashes)]
  }
  if (!sameBytes(grown.root(), checkpoint.root)) {
    yield { index: null, says: `发布的条目重算的根与规模 ${checkpoint.size} 的检查点不符：条目被改动` }
  }
}

// While this runs, the publisher may replace a partial tile by the full one that begins with it (tlog-tiles allows it).

async function tileBytes(store: Pick<TileStore, 'read'>, tile: Tile): Promise<Uint8Array | undefined> {
  const exact = await store.read(tilePath(tile))
  return exact ?? (await store.read(tilePath({ ...tile, width: tileWidth })))?.slice(0, tile.width * 32)
}

async function entriesUnder(store: Pick<TileStore, 'read'>, tile: Tile): Promise<Uint8Array[] | undefined> {
  const exact = await store.read(bundlePath(tile))
  if (exact) return parseBundle(exact)
  const full = await store.read(bundlePath({ ...tile, width: tileWidth }))
  return full && parseBundle(full)?.slice(0, tile.width)
}
