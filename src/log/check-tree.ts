import type { Kysely } from 'kysely'
import type { Tables } from '#kernel/tables.ts'
import { concat, sameBytes } from './core/bytes.ts'
import { type Checkpoint, type LogTrust, openCheckpoint, parseCheckpoint } from './core/checkpoint.ts'
import { frontier } from './core/frontier.ts'
import { rootOf } from './core/merkle.ts'
import { parseNote } from './core/note.ts'
import { hashesAt, tileWidth } from './core/tile.ts'
import type { Discrepancy, StoredEntry } from './discrepancy.ts'
import { tree } from './node-hash.ts'

/** The levels that log_tile may hold. */
const levels = [0, 1, 2, 3, 4, 5, 6, 7]

export interface TreeCheck {
  take(entry: StoredEntry): AsyncIterable<Discrepancy>
  finish(): AsyncIterable<Discrepancy>
}

/** Recomputes the tree from the leaves and holds every stored tile and checkpoint against it. */
export function checkTree(db: Kysely<Tables>, trust: LogTrust | undefined): TreeCheck {
  const grown = frontier(tree)
  const open: Uint8Array[][] = []
  let size = 0
  let whole = true // a missing entry leaves nothing to recompute after it
  let checkpoints: readonly StoredCheckpoint[] | undefined

  async function* close(level: number): AsyncIterable<Discrepancy> {
    const hashes = open[level] ?? []
    if (hashes.length < tileWidth) return
    open[level] = []
    const n = hashesAt(level + 1, size) - 1
    const root = rootOf(tree, hashes)
    yield* compareTile(db, { level, n, hashes: concat(...hashes), root }, newestSize(checkpoints))
    push(open, level + 1, root)
    yield* close(level + 1)
  }

  return {
    async *take(entry) {
      checkpoints ??= await storedCheckpoints(db)
      whole &&= entry.index === size
      if (!whole) return
      const leafHash = tree.leaf(entry.leaf)
      size++
      grown.add(leafHash)
      push(open, 0, leafHash)
      yield* close(0)
      const here = checkpoints.find((one) => one.size === size)
      if (here) yield* compareCheckpoint(here, grown.root(), trust)
    },
    async *finish() {
      if (!whole) return
      for (const { size: beyond } of (checkpoints ?? (await storedCheckpoints(db))).filter(
        (one) => one.size > size,
      )) {
        yield { index: null, says: `规模 ${beyond} 的检查点超出日志现有的 ${size} 条：末尾的条目丢失` }
      }
      const surplus = await db
        .selectFrom('log_tile')
        .select(['level', 'n'])
        .where((eb) =>
          eb.or(
            levels.map((level) =>
              eb.and([eb('level', '=', level), eb('n', '>=', hashesAt(level + 1, size))]),
            ),
          ),
        )
        .execute()
      for (const { level, n } of surplus)
        yield { index: null, says: `第 ${level} 层第 ${n} 块超出日志的规模` }
    },
  }
}

interface StoredCheckpoint {
  readonly size: number
  readonly note: string
}

function storedCheckpoints(db: Kysely<Tables>): Promise<StoredCheckpoint[]> {
  return db.selectFrom('log_checkpoint').select(['size', 'note']).orderBy('size').execute()
}

const newestSize = (checkpoints: readonly StoredCheckpoint[] | undefined) => checkpoints?.at(-1)?.size ?? 0

function push(open: Uint8Array[][], level: number, hash: Uint8Array): void {
  const hashes = open[level]
  if (hashes) hashes.push(hash)
  else open[level] = [hash]
}

/** Entries after the last checkpoint may still wait for integration; before it every full tile must be stored. */
async function* compareTile(
  db: Kysely<Tables>,
  expected: { level: number; n: number; hashes: Uint8Array; root: Uint8Array },
  signed: number,
): AsyncIterable<Discrepancy> {
  const { level, n } = expected
  const index = n * tileWidth ** (level + 1)
  const stored = await db
    .selectFrom('log_tile')
    .select(['hashes', 'root'])
    .where('level', '=', level)
    .where('n', '=', n)
    .executeTakeFirst()
  if (!stored) {
    if (index + tileWidth ** (level + 1) <= signed) yield { index, says: `缺少第 ${level} 层第 ${n} 块` }
  } else if (!sameBytes(stored.hashes, expected.hashes) || !sameBytes(stored.root, expected.root)) {
    yield { index, says: `第 ${level} 层第 ${n} 块与条目重算的结果不符：散列块或条目被改动` }
  }
}

async function* compareCheckpoint(
  { size, note }: StoredCheckpoint,
  root: Uint8Array,
  trust: LogTrust | undefined,
): AsyncIterable<Discrepancy> {
  const text = parseNote(note)?.text
  const opened: Checkpoint | { says: string } | undefined = trust
    ? await openCheckpoint(note, trust)
    : parseCheckpoint(text ?? '')
  if (!opened || 'says' in opened) {
    yield { index: null, says: `规模 ${size} 的检查点不能用：${opened?.says ?? '格式不正确'}` }
  } else if (opened.size !== size || !sameBytes(opened.root, root)) {
    yield { index: size - 1, says: `规模 ${size} 的检查点与条目重算的根不符：此前的条目被改动` }
  }
}
