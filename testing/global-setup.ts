import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { simulatedClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { startEmbeddedDatabase } from '#platform/embedded-database.ts'
import { migrate } from '#platform/migrate.ts'
import { compose } from '../src/compose.ts'
import { unfollowedTables } from '../src/unfollowed-tables.ts'
import { onServer, PEOPLED, TEMPLATE, urlOf } from './database.ts'
import { populate } from './populate.ts'

/** One real PostgreSQL for the whole run: the embedded one, or the server of TEST_DATABASE_URL. */
export default async function setup(project: TestProject) {
  const outside = process.env.TEST_DATABASE_URL
  const folder = outside ? undefined : await mkdtemp(join(tmpdir(), 'mingjian-test-'))
  if (folder) await chmod(folder, 0o755) // PostgreSQL does not run as root and must be able to enter
  // The suite's server may forget on power loss; the fault tests start their own, which may not.
  const server = folder
    ? await startEmbeddedDatabase(join(folder, 'postgres'), {
        flags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
      })
    : undefined
  const serverUrl = outside ?? server?.url ?? ''
  const stop = async () => {
    await server?.stop()
    if (folder) await rm(folder, { recursive: true, force: true })
  }
  try {
    await onServer(serverUrl, `drop database if exists ${TEMPLATE} with (force)`)
    await onServer(serverUrl, `create database ${TEMPLATE}`)
    await migrate(urlOf(serverUrl, TEMPLATE), Object.keys(unfollowedTables))
    await onServer(serverUrl, `drop database if exists ${PEOPLED} with (force)`)
    await onServer(serverUrl, `create database ${PEOPLED} template ${TEMPLATE}`)
    await people(urlOf(serverUrl, PEOPLED))
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('serverUrl', serverUrl)
  return stop
}

/** Enlists the cast once; its log keys are thrown away, for nothing of it has been published. */
async function people(url: string): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mingjian-people-'))
  const config = readConfig({ DATABASE_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'error' })
  const clock = simulatedClock(new Date('2026-03-01T01:00:00.000Z'))
  const program = await compose(config, {
    clock,
    kind: 'demonstration',
    totpRequired: false,
    unlimited: true,
  })
  try {
    await populate(
      async (path, init) => program.app.request(path, init),
      program.setupCode,
      program.engine.clock.today(),
    )
  } finally {
    await program.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
