import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createFirstAdministrator,
  createOrganisation,
  listOrganisations,
  openSession,
} from '#modules/identity/contract.ts'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { type EmbeddedDatabase, startEmbeddedDatabase } from '#platform/embedded-database.ts'
import { compose } from '../../src/compose.ts'
import { unsound } from '../../src/soundness.ts'
import { administrator, password } from '../cast.ts'
import { type Client, client } from '../client.ts'
import { killPostgres, type ServerProcess, startServer } from './process.ts'

const ROUNDS = 20
const WRITERS = 6

/** A real server process on a real PostgreSQL with fsync on; every round one of them is killed while clients write. */
describe('kill -9 in the middle of work', () => {
  let folder: string
  let database: EmbeddedDatabase
  let server: ServerProcess
  let port: number
  const acknowledged: { name: string; traceIndex: number }[] = []

  const env = () => ({ DATABASE_URL: database.url, DATA_DIR: join(folder, 'data') })
  const admin = async (): Promise<Client> => {
    const by = client((path, init) => fetch(`${server.url}${path}`, init))
    await by.call(openSession, { login: administrator.login, password })
    return by
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingjian-kill-'))
    await chmod(folder, 0o755)
    database = await startEmbeddedDatabase(join(folder, 'postgres'))
    port = Number(new URL(database.url).port)
    server = await startServer(env())
    const by = client((path, init) => fetch(`${server.url}${path}`, init))
    await by.call(createFirstAdministrator, { ...administrator, setupCode: server.setupCode, password })
  })
  afterAll(async () => {
    await server?.stop().catch(() => null)
    await database?.stop().catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  })

  it(`loses nothing that was acknowledged in ${ROUNDS} rounds, and log and tables agree`, {
    timeout: 600_000,
  }, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const by = await admin()
      let running = true
      const writers = Array.from({ length: WRITERS }, async (_, writer) => {
        for (let n = 0; running; n += 1) {
          const name = `第${round}轮${writer}号${n}`
          try {
            const { traceIndex } = await by.call(
              createOrganisation,
              { kind: 'party', name },
              { idempotencyKey: `kill-${round}-${writer}-${n}` },
            )
            acknowledged.push({ name, traceIndex: traceIndex ?? -1 })
          } catch {
            return // the server is gone: nothing was acknowledged
          }
        }
      })
      await new Promise((resolve) => setTimeout(resolve, 120 + 40 * (round % 5)))
      if (round % 2 === 0) await server.kill()
      else killPostgres(join(folder, 'postgres'))
      running = false
      await Promise.all(writers)
      if (round % 2 === 1) {
        await server.kill()
        database = await startEmbeddedDatabase(join(folder, 'postgres'), { port })
      }
      server = await startServer(env())
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS)
    const { body } = await (await admin()).call(listOrganisations, { kind: 'party' })
    const kept = new Set(body.organisations.map(({ name }) => name))
    expect(acknowledged.filter(({ name }) => !kept.has(name))).toEqual([])
    expect(new Set(acknowledged.map(({ traceIndex }) => traceIndex)).size).toBe(acknowledged.length)

    await server.stop()
    const config = readConfig({ ...env(), LOG_LEVEL: 'silent' })
    const program = await compose(config, { clock: systemClock, kind: 'as-is' })
    await program.settle()
    expect(program.readOnlyBecause()).toBeUndefined()
    expect(await unsound({ ...program, dataDir: config.dataDir })).toEqual([])
    await program.close()
  })
})
