import { join } from 'node:path'
import type { Files } from '#kernel/capabilities.ts'
import type { Module } from '#kernel/command.ts'
import type { Discrepancy } from '#log/discrepancy.ts'
import { fsck } from '#log/fsck.ts'
import type { Database } from '#platform/db.ts'
import { systemChance } from '#platform/ids.ts'
import type { LogIdentity } from '#platform/log-key.ts'
import { localTileStore } from '#platform/tile-store.ts'

/** Everything that disagrees between the log, its published files, the tables and the stored files: nothing in a sound world. */
export function unsound(world: {
  readonly database: Database
  readonly files: Files
  readonly modules: readonly Module[]
  readonly log: LogIdentity
  readonly dataDir: string
}): Promise<readonly Discrepancy[]> {
  const { database, files, modules, log, dataDir } = world
  const checks = modules.flatMap((module) => module.checks ?? [])
  return fsck(database.kysely, {
    machines: modules.flatMap(({ lifecycles }) => lifecycles ?? []),
    checks: checks.map(
      (check) =>
        async function* (db) {
          for await (const says of check(db, files)) yield { index: null, says }
        },
    ),
    trust: log.trust,
    store: localTileStore(join(dataDir, 'log'), systemChance),
  })
}
