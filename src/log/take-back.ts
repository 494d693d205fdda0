import { type Kysely, sql } from 'kysely'
import type { Tables } from '#kernel/tables.ts'
import { checkFiles } from './check-files.ts'
import { sameBytes, utf8Text } from './core/bytes.ts'
import { type LogTrust, openCheckpoint } from './core/checkpoint.ts'
import { type Leaf, parseLeaf } from './core/leaf.ts'
import { bundlePath, parseBundle, tilesOf } from './core/tile.ts'
import { sequencedSize, storedHashes } from './integrate.ts'
import { tree } from './node-hash.ts'
import { checkpointPath, type TileStore } from './publish.ts'

export interface PublishedLog {
  readonly db: Kysely<Tables>
  readonly store: Pick<TileStore, 'read'>
  readonly trust: LogTrust
}

/** The lock of log_append: nobody sequences meanwhile. */
const sequencingLock = 7163001

/**
 * After an older copy of the database was restored: takes the public leaves that it lacks back from the published files, so
 * that the log which the public was shown goes on. What those deeds did to the tables stays lost, and fsck says of each
 * that its full entry is missing. Returns the leaves taken. Throws, changing nothing, where files and database disagree.
 */
export async function takeBack({ db, store, trust }: PublishedLog): Promise<readonly Leaf[]> {
  const size = await publishedSize(store, trust)
  for await (const { says } of checkFiles(store, trust)) throw new Error(`${says}，不能取回`)
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sequencingLock})`.execute(tx)
    const have = await sequencedSize(tx)
    const taken: Leaf[] = []
    for (const { n, width } of tilesOf(0, size).filter(({ level }) => level === 0)) {
      const leaves = parseBundle((await store.read(bundlePath({ n, width }))) ?? new Uint8Array(0)) ?? []
      const stored = await storedHashes(tx, 0, n, width)
      for (const [i, bytes] of leaves.entries()) {
        const hash = tree.leaf(bytes)
        const own = stored[i]
        if (own && !sameBytes(own, hash))
          throw new Error(`数据库第 ${n * 256 + i} 号条目与已公布的不同，不是同一个日志的旧副本，不能取回`)
        if (!own) taken.push(await insert(tx, bytes, hash))
      }
    }
    if (have + taken.length !== size)
      throw new Error(`数据库有 ${have} 条，已公布 ${size} 条：没有缺少的条目可以取回`)
    return taken
  })
}

async function publishedSize(store: Pick<TileStore, 'read'>, trust: LogTrust): Promise<number> {
  const note = await store.read(checkpointPath)
  if (!note) throw new Error('发布文件夹里没有检查点，不能取回')
  const checkpoint = await openCheckpoint(utf8Text(note) ?? '', trust)
  if ('says' in checkpoint) throw new Error(`已公布的检查点不能用：${checkpoint.says}`)
  return checkpoint.size
}

async function insert(db: Kysely<Tables>, leaf: Uint8Array, hash: Uint8Array): Promise<Leaf> {
  const read = parseLeaf(leaf)
  if (!read) throw new Error('已公布的叶子不是第 1 版格式，不能取回')
  await sql`insert into log_entry (index, at, op, leaf, leaf_hash)
    values (${read.index}, ${read.at}::timestamptz, ${read.op}, ${leaf}, ${hash})`.execute(db)
  return read
}
