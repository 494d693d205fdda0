import type { Kysely } from 'kysely'
import type { Tables } from '#kernel/tables.ts'
import { concat, sameBytes } from './core/bytes.ts'
import { parseLeaf } from './core/leaf.ts'
import { rootOf } from './core/merkle.ts'
import { hashesAt, tileWidth } from './core/tile.ts'
import { tree } from './node-hash.ts'
import './store.ts'

/** How many entries are sequenced: indexes are gapless and become visible in order. */
export async function sequencedSize(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('log_entry')
    .select((eb) => eb.fn.max('index').as('last'))
    .executeTakeFirst()
  return row?.last == null ? 0 : Number(row.last) + 1
}

/** Stores every full tile of the first `size` entries that is not stored yet, from the bottom up. Idempotent. */
export async function integrate(db: Kysely<Tables>, size: number): Promise<void> {
  for (let level = 0; hashesAt(level + 1, size) > 0; level++) {
    for (let n = await storedTiles(db, level); n < hashesAt(level + 1, size); n++) {
      const hashes = await storedHashes(db, level, n)
      if (hashes.length !== tileWidth)
        throw new Error(`日志第 ${level} 层第 ${n} 块缺少散列，请运行 npm run fsck`)
      const tile = { level, n, hashes: concat(...hashes), root: rootOf(tree, hashes) }
      await db
        .insertInto('log_tile')
        .values(tile)
        .onConflict((oc) => oc.doNothing())
        .execute()
    }
  }
}

async function storedTiles(db: Kysely<Tables>, level: number): Promise<number> {
  const row = await db
    .selectFrom('log_tile')
    .select((eb) => eb.fn.max('n').as('last'))
    .where('level', '=', level)
    .executeTakeFirst()
  return row?.last == null ? 0 : Number(row.last) + 1
}

/** The hashes of a tile, as many as there are: from the entries below it, or the roots of the tiles below it. */
export async function storedHashes(
  db: Kysely<Tables>,
  level: number,
  n: number,
  width = tileWidth,
): Promise<Uint8Array[]> {
  const [first, last] = [n * tileWidth, n * tileWidth + width - 1]
  if (level === 0) {
    const rows = await db
      .selectFrom('log_entry')
      .select('leaf_hash')
      .where('index', '>=', first)
      .where('index', '<=', last)
      .orderBy('index')
      .execute()
    return rows.map(({ leaf_hash }) => leaf_hash)
  }
  const rows = await db
    .selectFrom('log_tile')
    .select('root')
    .where('level', '=', level - 1)
    .where('n', '>=', first)
    .where('n', '<=', last)
    .orderBy('n')
    .execute()
  return rows.map(({ root }) => root)
}

/** The leaves [from, to); throws where one is missing or is not what its hash says: such a log must not be signed. */
export async function soundLeaves(db: Kysely<Tables>, from: number, to: number): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('log_entry')
    .select(['index', 'leaf', 'leaf_hash'])
    .where('index', '>=', from)
    .where('index', '<', to)
    .orderBy('index')
    .execute()
  rows.forEach(({ index, leaf, leaf_hash }, i) => {
    const sound =
      index === from + i && parseLeaf(leaf)?.index === index && sameBytes(tree.leaf(leaf), leaf_hash)
    if (!sound) throw new Error(`日志第 ${from + i} 号条目缺失或与其散列不符，不能签发，请运行 npm run fsck`)
  })
  if (rows.length !== to - from)
    throw new Error(`日志第 ${from + rows.length} 号条目缺失，不能签发，请运行 npm run fsck`)
  return rows.map(({ leaf }) => leaf)
}
