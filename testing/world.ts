import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Discrepancy } from '#log/discrepancy.ts'

import { openSession } from '#modules/identity/contract.ts'
import { type SimulatedClock, simulatedClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { compose, type Program } from '../src/compose.ts'
import { unsound } from '../src/soundness.ts'
import { administrator, cast, password } from './cast.ts'
import { type Client, client, type Door } from './client.ts'
import { freshDatabase, PEOPLED } from './database.ts'

/** Monday morning in Beijing; tests move the clock themselves. */
export const start = new Date('2026-03-02T01:00:00.000Z')

export interface World {
  readonly program: Program
  readonly clock: SimulatedClock
  /** Id of an account by login, of an organisation by key of the cast. */
  id(who: string): string
  /** A signed-in client; the same one each time, signed in again when the session has run out. */
  as(login: string): Promise<Client>
  anonymous(): Client
  /** The trace entries about a matter or subject, oldest first. */
  trace(about: string): Promise<readonly TraceEntry[]>
  /** Everything that disagrees between log and tables: empty in a sound world. */
  fsck(): Promise<readonly Discrepancy[]>
  close(): Promise<void>
}

export interface TraceEntry {
  readonly index: number
  readonly op: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** A whole platform over a database of its own, with the cast of testing/cast.ts already enlisted by commands. */
export async function world(
  options: { dataDir?: string; url?: string; environment?: Readonly<Record<string, string>> } = {},
): Promise<World> {
  const database = options.url ? undefined : await freshDatabase(PEOPLED)
  const url = options.url ?? database?.url ?? ''
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'mingjian-world-')))
  const clock = simulatedClock(start)
  const config = readConfig({
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    PUBLIC_URL: 'http://127.0.0.1:8080',
    ...options.environment,
  })
  const program = await compose(config, {
    clock,
    kind: 'demonstration',
    totpRequired: false,
    unlimited: true,
  })
  const door: Door = async (path, init) => program.app.request(path, init)
  const clients = new Map<string, { client: Client; at: number }>()
  const ids = await idsOf(program)
  return {
    program,
    clock,
    id(who) {
      const id = ids.get(who)
      if (!id) throw new Error(`nobody is called ${who}`)
      return id
    },
    async as(login) {
      const known = clients.get(login)
      const at = clock.now().getTime()
      if (known && at - known.at < 20 * 60_000) {
        known.at = at
        return known.client
      }
      const fresh = client(door)
      await fresh.call(openSession, { login, password })
      clients.set(login, { client: fresh, at })
      return fresh
    },
    anonymous: () => client(door),
    async trace(about) {
      const rows = await program.database.kysely
        .selectFrom('log_entry')
        .innerJoin('log_payload', 'log_payload.index', 'log_entry.index')
        .select(['log_entry.index', 'op', 'fields'])
        .orderBy('log_entry.index')
        .execute()
      return rows.filter(({ fields }) => concerns(fields.subject, about))
    },
    async fsck() {
      await program.settle()
      return unsound({ ...program, dataDir })
    },
    async close() {
      await program.close()
      await database?.drop()
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function concerns(subject: unknown, about: string): boolean {
  if (typeof subject !== 'object' || subject === null) return false
  return Object.values(subject).includes(about)
}

async function idsOf({ database }: Program): Promise<ReadonlyMap<string, string>> {
  const accounts = await database.read.selectFrom('account').select(['id', 'login']).execute()
  const organisations = await database.read.selectFrom('organisation').select(['id', 'name']).execute()
  const keys = new Map<string, string>(Object.entries(cast).map(([key, { name }]) => [name, key]))
  return new Map([
    ...accounts.map(({ id, login }): [string, string] => [login, id]),
    ...organisations.map(({ id, name }): [string, string] => [
      name === administrator.organisationName ? 'platform' : (keys.get(name) ?? name),
      id,
    ]),
  ])
}
