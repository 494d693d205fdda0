import type { ReadDb } from '#kernel/capabilities.ts'
import { utf8Text } from './core/bytes.ts'
import { foldSubtrees, rootOf, type Subtree, subtreesOf } from './core/merkle.ts'
import { consistencyRanges, inclusionRanges, type Range } from './core/proof.ts'
import { printOpenedLeaf } from './core/receipt.ts'
import { printTlogProof } from './core/tlog-proof.ts'
import { tree } from './node-hash.ts'
import './store.ts'

/** An entry or tile that a published size needs is not there. */
export class MissingHash extends Error {}

/** The root of the tree over the first `size` entries. Needs the tiles of that size: true of every published size. */
export async function rootAt(db: ReadDb, size: number): Promise<Uint8Array> {
  const [root] = await rangeHashes(db, [[0, size]])
  if (!root) throw new Error('no root')
  return root
}

/** The proof that entry `index` is in the tree of a published size; the leaf's sibling first. */
export function inclusionProof(db: ReadDb, index: number, size: number): Promise<Uint8Array[]> {
  return rangeHashes(db, inclusionRanges(index, size))
}

/** The proof that the tree of one published size is a prefix of that of a later one. */
export function consistencyProof(db: ReadDb, older: number, newer: number): Promise<Uint8Array[]> {
  return rangeHashes(db, consistencyRanges(older, newer))
}

/** A signed checkpoint as it is stored. */
export interface StoredCheckpoint {
  readonly size: number
  readonly note: string
}

/** The first checkpoint that covers so many entries; undefined until there is one. */
export function firstCheckpointOf(db: ReadDb, entries: number): Promise<StoredCheckpoint | undefined> {
  return db
    .selectFrom('log_checkpoint')
    .select(['size', 'note'])
    .where('size', '>=', entries)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst()
}

/**
 * The text of a `.tlog-proof` file of ours: the entry's leaf, the fields to open, and its proof under the first checkpoint
 * that covers it, so that asking again gives the same file, or under the one that is asked for. Undefined until the entry is
 * covered by a checkpoint.
 */
export async function proofFile(
  db: ReadDb,
  { index, open, under }: { index: number; open: readonly string[]; under?: StoredCheckpoint },
): Promise<string | undefined> {
  const checkpoint = under ?? (await firstCheckpointOf(db, index + 1))
  if (!checkpoint) return undefined
  const entry = await db
    .selectFrom('log_entry')
    .leftJoin('log_payload', 'log_payload.index', 'log_entry.index') // taken back after a restore, it has none
    .select(['leaf', 'fields', 'salts'])
    .where('log_entry.index', '=', index)
    .executeTakeFirstOrThrow()
  const opened = open.map((field) => {
    const [salt, value] = [entry.salts?.[field], entry.fields?.[field]]
    if (salt === undefined || value === undefined) throw new Error(`entry ${index} has no field ${field}`)
    return [field, { salt, value }] as const
  })
  return printTlogProof({
    index,
    hashes: await inclusionProof(db, index, checkpoint.size),
    checkpoint: checkpoint.note,
    extra: printOpenedLeaf({ leaf: utf8Text(entry.leaf) ?? '', opened: Object.fromEntries(opened) }),
  })
}

/** Hashes at one level of tiles, [from, to): level 0 are leaf hashes, level l the roots of the full tiles below. */
interface Span {
  readonly level: number
  readonly from: number
  readonly to: number
}

/** The hash of each range, in two reads however large the log: at most 128 stored hashes per subtree. */
async function rangeHashes(db: ReadDb, ranges: readonly Range[]): Promise<Uint8Array[]> {
  const spans = ranges.flatMap(([start, end]) => subtreesOf(start, end).map(spanOf))
  const stored = new Map([...(await leafHashes(db, spans)), ...(await tileRoots(db, spans))])
  return ranges.map(([start, end]) =>
    foldSubtrees(
      tree,
      subtreesOf(start, end).map((part) => rootOf(tree, hashesOf(stored, spanOf(part)))),
    ),
  )
}

function spanOf({ height, n }: Subtree): Span {
  const width = 2 ** (height % 8)
  return { level: Math.floor(height / 8), from: n * width, to: (n + 1) * width }
}

function hashesOf(stored: ReadonlyMap<string, Uint8Array>, { level, from, to }: Span): Uint8Array[] {
  return Array.from({ length: to - from }, (_, i) => {
    const hash = stored.get(`${level}/${from + i}`)
    if (!hash) throw new MissingHash(`日志缺少第 ${level} 层第 ${from + i} 个散列`)
    return hash
  })
}

async function leafHashes(db: ReadDb, spans: readonly Span[]): Promise<[string, Uint8Array][]> {
  const wanted = spans.filter(({ level }) => level === 0)
  if (wanted.length === 0) return []
  const rows = await db
    .selectFrom('log_entry')
    .select(['index', 'leaf_hash'])
    .where((eb) => eb.or(wanted.map(({ from, to }) => eb.between('index', from, to - 1))))
    .execute()
  return rows.map(({ index, leaf_hash }) => [`0/${index}`, leaf_hash])
}

async function tileRoots(db: ReadDb, spans: readonly Span[]): Promise<[string, Uint8Array][]> {
  const wanted = spans.filter(({ level }) => level > 0)
  if (wanted.length === 0) return []
  const rows = await db
    .selectFrom('log_tile')
    .select(['level', 'n', 'root'])
    .where((eb) =>
      eb.or(
        wanted.map(({ level, from, to }) =>
          eb.and([eb('level', '=', level - 1), eb.between('n', from, to - 1)]),
        ),
      ),
    )
    .execute()
  return rows.map(({ level, n, root }) => [`${level + 1}/${n}`, root])
}
