import { join } from 'node:path'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Module } from '#kernel/command.ts'
import type { Discrepancy } from '#log/discrepancy.ts'
import { fsck } from '#log/fsck.ts'
import type { Database } from '#platform/db.ts'
import type { LocalFiles } from '#platform/files.ts'
import { systemChance } from '#platform/ids.ts'
import type { LogIdentity } from '#platform/log-key.ts'
import { localTileStore } from '#platform/tile-store.ts'
import { unfollowedTables } from './unfollowed-tables.ts'

/** Everything that disagrees between the log, its published files, the tables and the stored files: nothing in a sound world. */
export function unsound(world: {
  readonly database: Database
  readonly files: LocalFiles
  readonly modules: readonly Module[]
  readonly log: LogIdentity
  readonly dataDir: string
}): Promise<readonly Discrepancy[]> {
  const { database, modules, log, dataDir } = world
  const files = hashedOnce(world.files)
  const checks = modules.flatMap((module) => module.checks ?? [])
  return fsck(database.kysely, {
    machines: modules.flatMap(({ lifecycles }) => lifecycles ?? []),
    unfollowed: Object.keys(unfollowedTables),
    checks: [
      ...checks.map(
        (check) =>
          async function* (db: ReadDb) {
            for await (const says of check(db, files)) yield { index: null, says }
          },
      ),
      () => namesTrue(files),
    ],
    trust: log.trust,
    store: localTileStore(join(dataDir, 'log'), systemChance),
  })
}

/** Every stored file is named by its hash, also one that no table speaks of (a file between two signatures, an upload never used). */
async function* namesTrue(files: LocalFiles): AsyncIterable<Discrepancy> {
  for await (const name of files.names()) {
    const now = await files.rehash(name).catch((error: Error) => error.message)
    if (now !== name) yield { index: null, says: `文件库中名为 ${name} 的内容已变：现在的散列是 ${now}` }
  }
}

/** Several checks ask for the same file; its bytes are read once. */
function hashedOnce(files: LocalFiles): LocalFiles {
  const known = new Map<string, Promise<string>>()
  return {
    ...files,
    rehash(sha256) {
      const hash = known.get(sha256) ?? files.rehash(sha256)
      known.set(sha256, hash)
      return hash
    },
  }
}
