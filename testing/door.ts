import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateSync } from 'otplib'
import pg from 'pg'
import type { Services } from '#kernel/capabilities.ts'
import type { Module } from '#kernel/command.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { ProblemDocument } from '#kernel/problem.ts'
import { authenticate, type IdentityOptions, identityModule } from '#modules/identity/module.ts'
import { simulatedClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/db.ts'
import { localFiles } from '#platform/files.ts'
import { createApp } from '#platform/http.ts'
import { systemChance } from '#platform/ids.ts'
import { createLogger } from '#platform/logger.ts'
import { createOutbox } from '#platform/outbox.ts'
import { sessionTouch } from '#platform/session-touch.ts'
import { freshDatabase } from './database.ts'

export const SETUP_CODE = 'setup-code-canary'

/** What the server answered, as a browser would see it. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
  readonly traceIndex: number | null
}

/** A browser: it has one cookie and nothing else. */
export interface Browser {
  post(endpoint: Endpoint, input?: object, headers?: Record<string, string>): Promise<Answer>
  get(endpoint: Endpoint, input?: Record<string, string>): Promise<Answer>
  cookie(): string | undefined
  keep(cookie: string | undefined): void
}

/** The bare application in front of a database of its own, with a clock that the test moves. */
export async function openDoor(
  options: { modules?: readonly Module[]; identity?: Partial<IdentityOptions>; start?: Date } = {},
) {
  const { url, drop } = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'mingjian-door-'))
  const logger = createLogger('error')
  const database = openDatabase(url, logger, 4)
  const owner = new pg.Pool({ connectionString: url, max: 1 })
  owner.on('error', () => {})
  const clock = simulatedClock(options.start ?? new Date('2026-03-02T01:00:00Z'))
  const identity: IdentityOptions = {
    setupCode: SETUP_CODE,
    totpRequired: true,
    installation: { kind: 'demonstration', simulatedClock: true },
    ...options.identity,
  }
  const outbox = createOutbox(database, logger, async () => {})
  const app = createApp({
    engine: {
      database,
      clock,
      chance: systemChance,
      files: localFiles(folder, systemChance),
      outbox,
      services: {} as Services, // no deed that is tested through the bare door uses a service
    },
    modules: [identityModule(identity), ...(options.modules ?? [])],
    logger,
    publicUrl: 'http://127.0.0.1:8080',
    authenticate: authenticate({
      read: database.read,
      now: clock.now,
      touch: sessionTouch(database),
      totpRequired: identity.totpRequired,
    }),
    limit: async () => {},
  })

  function browser(): Browser {
    let cookie: string | undefined
    async function send(path: string, init: RequestInit): Promise<Answer> {
      const headers = new Headers(init.headers)
      if (cookie) headers.set('cookie', `mingjian=${cookie}`)
      const response = await app.request(`/api${path}`, { ...init, headers })
      const set = /^mingjian=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')
      if (set) cookie = set[1] || undefined
      const index = response.headers.get('x-trace-index')
      return {
        status: response.status,
        body: await response.json(),
        traceIndex: index === null ? null : Number(index),
      }
    }
    return {
      cookie: () => cookie,
      keep: (other) => {
        cookie = other
      },
      get: (endpoint, input = {}) => {
        const { path, rest } = fill(endpoint.path, input)
        return send(`${path}?${new URLSearchParams(rest)}`, {})
      },
      post: (endpoint, input = {}, headers = {}) => {
        const { path, rest } = fill(endpoint.path, input)
        const body = JSON.stringify(rest)
        return send(path, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', ...headers },
        })
      },
    }
  }

  return {
    app,
    clock,
    browser,
    /** As the database's owner: to look at what is stored, never to arrange a test. */
    look: async (sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows,
    async close() {
      await outbox.stop()
      await database.close()
      await owner.end()
      await drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Door = Awaited<ReturnType<typeof openDoor>>

function fill(path: string, input: object): { path: string; rest: Record<string, string> } {
  const rest: Record<string, string> = { ...input }
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = rest[name] ?? ''
    delete rest[name]
    return value
  })
  return { path: filled, rest }
}

/** The code that an authenticator shows at that moment. */
export function codeAt(secret: string, at: Date): string {
  return generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) })
}

/** The ids of the rules by which a request was refused. */
export function violated(answer: Answer): string[] {
  const { violations }: Pick<ProblemDocument, 'violations'> = answer.body
  return violations.map(({ rule }) => rule)
}
