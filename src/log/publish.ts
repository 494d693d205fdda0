import { type Kysely, sql } from 'kysely'
import type { Tables } from '#kernel/tables.ts'
import { concat, utf8Text } from './core/bytes.ts'
import { type Checkpoint, checkpointText, type LogTrust, openCheckpoint } from './core/checkpoint.ts'
import { type NoteSigner, signNote } from './core/note.ts'
import { verifyConsistency } from './core/proof.ts'
import { bundlePath, printBundle, tilePath, tilesOf, tileWidth } from './core/tile.ts'
import { integrate, sequencedSize, soundLeaves, storedHashes } from './integrate.ts'
import { tree } from './node-hash.ts'
import { consistencyProof, rootAt } from './prove.ts'

/** Where tiles and checkpoint are published: a folder, a bucket. Paths are those of C2SP tlog-tiles. */
export interface TileStore {
  read(path: string): Promise<Uint8Array | undefined>
  /** Durable, and whole or not at all, before it resolves; replaces what was there. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Removes everything under a folder; nothing there is no error. */
  remove(folder: string): Promise<void>
}

export interface Publication {
  readonly db: Kysely<Tables>
  readonly store: TileStore
  readonly signer: NoteSigner
  /** Our own origin, and every key that ever signed this log, so that a new key continues the old one's log. */
  readonly trust: LogTrust
  readonly now: () => Date
}

/** The checkpoint file: the mutable one, written last. */
export const checkpointPath = 'checkpoint'

/** Session-level lock of the one publisher; log_append's lock is 7163001. */
const leaderLock = 7163002

/**
 * Integrates what is sequenced, signs a checkpoint over it and publishes the static files; run every second or so.
 * Stopped anywhere, it finishes at the next run: the signed checkpoint is stored before any file tells of it, and the
 * checkpoint file is written after every file it needs. Returns the published size, or undefined where another instance
 * is publishing. Throws rather than sign anything inconsistent with what was signed before.
 */
export async function publish(publication: Publication): Promise<number | undefined> {
  return publication.db.connection().execute(async (db) => {
    const { rows } = await sql<{
      leads: boolean
    }>`select pg_try_advisory_lock(${leaderLock}) as leads`.execute(db)
    if (!rows[0]?.leads) return undefined
    try {
      const published = await publishedCheckpoint(publication)
      const signed = await signLatest({ ...publication, db }, published)
      if (!signed || signed.size === published?.size) return signed?.size ?? 0
      await writeFiles({ ...publication, db }, published?.size ?? 0, signed)
      return signed.size
    } finally {
      await sql`select pg_advisory_unlock(${leaderLock})`.execute(db)
    }
  })
}

interface Signed extends Checkpoint {
  readonly note: string
}

async function publishedCheckpoint({ store, trust }: Publication): Promise<Signed | undefined> {
  const bytes = await store.read(checkpointPath)
  return bytes && openOwn(utf8Text(bytes) ?? '', trust, '已发布')
}

async function storedCheckpoint({ db, trust }: Publication): Promise<Signed | undefined> {
  const row = await db
    .selectFrom('log_checkpoint')
    .select('note')
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && openOwn(row.note, trust, '数据库中')
}

async function openOwn(note: string, trust: LogTrust, which: string): Promise<Signed> {
  const opened = await openCheckpoint(note, trust)
  if ('says' in opened) throw new Error(`${which}的检查点不能用：${opened.says}`)
  return { ...opened, note }
}

/** The newest stored checkpoint, signed now if entries came since. */
async function signLatest(
  publication: Publication,
  published: Signed | undefined,
): Promise<Signed | undefined> {
  const { db, signer, trust, now } = publication
  const stored = await storedCheckpoint(publication)
  const size = await sequencedSize(db)
  await integrate(db, size)
  if (size === (stored?.size ?? 0) && (published?.size ?? 0) <= size) {
    await assertContinues(db, published, stored)
    return stored
  }
  for (let from = stored?.size ?? 0; from < size; from += 1024)
    await soundLeaves(db, from, Math.min(size, from + 1024))
  const checkpoint = { origin: trust.origin, size, root: await rootAt(db, size), extensions: [] }
  await assertContinues(db, stored, checkpoint)
  await assertContinues(db, published, checkpoint)
  const note = await signNote(checkpointText(checkpoint), signer)
  await db.insertInto('log_checkpoint').values({ size, note, at: now() }).execute()
  return { ...checkpoint, note }
}

/** A log that once signed two histories is worthless: no newer checkpoint without a proof that it continues the older. */
async function assertContinues(
  db: Kysely<Tables>,
  older: Checkpoint | undefined,
  newer: Checkpoint | undefined,
): Promise<void> {
  if (!older || !newer) return
  const continues =
    older.size <= newer.size &&
    verifyConsistency(tree, {
      older: older.size,
      newer: newer.size,
      olderRoot: older.root,
      newerRoot: newer.root,
      proof: await consistencyProof(db, older.size, newer.size),
    })
  if (!continues) {
    throw new Error(
      `数据库中的日志（规模 ${newer.size}）接不上已签发的检查点（规模 ${older.size}），停止签发；请运行 npm run fsck`,
    )
  }
}

async function writeFiles({ db, store }: Publication, from: number, signed: Signed): Promise<void> {
  const tiles = tilesOf(from, signed.size)
  for (const tile of tiles) {
    const hashes = await storedHashes(db, tile.level, tile.n, tile.width)
    if (hashes.length !== tile.width) throw new Error(`日志第 ${tile.level} 层第 ${tile.n} 块缺少散列`)
    await store.write(tilePath(tile), concat(...hashes))
    if (tile.level > 0) continue
    const first = tile.n * tileWidth
    await store.write(bundlePath(tile), printBundle(await soundLeaves(db, first, first + tile.width)))
  }
  await store.write(checkpointPath, new TextEncoder().encode(signed.note))
  // Readers of an older checkpoint fall back to the full tile (tlog-tiles allows it); partial bundles would pile up.
  for (const tile of tiles.filter(({ width }) => width === tileWidth)) {
    await store.remove(`${tilePath(tile)}.p`)
    if (tile.level === 0) await store.remove(`${bundlePath(tile)}.p`)
  }
}
