import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TileStore } from '#log/publish.ts'
import { type Clock, simulatedClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { type EmbeddedDatabase, startEmbeddedDatabase } from '#platform/embedded-database.ts'
import { systemChance } from '#platform/ids.ts'
import { localTileStore } from '#platform/tile-store.ts'
import { compose, type Program } from '../../src/compose.ts'
import { onServer } from '../database.ts'
import { type People, populate } from '../populate.ts'

/** A PostgreSQL of a bench's own, with fsync on, and a data folder; both vanish with `clear`. */
export interface Grounds {
  readonly server: EmbeddedDatabase
  /** A program over the database `bench`; the bench closes it. */
  open(clock?: Clock): Promise<Program>
  /** Where a log of this ground publishes. */
  tiles(): TileStore
  clear(): Promise<void>
}

/** Monday morning in Beijing; a bench's world stands still. */
export const standing = simulatedClock(new Date('2026-03-02T01:00:00.000Z'))

export async function grounds(): Promise<Grounds> {
  const folder = await mkdtemp(join(tmpdir(), 'mingjian-bench-'))
  await chmod(folder, 0o755) // PostgreSQL does not run as root and must be able to enter
  const server = await startEmbeddedDatabase(join(folder, 'postgres'))
  await onServer(server.url, 'create database bench')
  const config = readConfig({
    DATABASE_URL: server.urlOf('bench'),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'error',
    PUBLIC_URL: 'http://127.0.0.1:8080',
  })
  return {
    server,
    open: (clock = standing) =>
      compose(config, { clock, kind: 'demonstration', totpRequired: false, unlimited: true }),
    tiles: () => localTileStore(join(folder, 'tiles'), systemChance),
    async clear() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Enlists the cast and waits until all of it is published. */
export async function peopled(program: Program): Promise<People> {
  const people = await populate(
    async (path, init) => program.app.request(path, init),
    program.setupCode,
    program.engine.clock.today(),
  )
  await program.settle()
  return people
}
