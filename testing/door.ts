import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateSync } from 'otplib'
import pg from 'pg'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { ProblemDocument } from '#kernel/problem.ts'
import { simulatedClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { compose } from '../src/compose.ts'
import { freshDatabase } from './database.ts'

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

/** The whole program over an empty database of its own: nobody has an account yet, and authenticators are required. */
export async function openDoor(options: { totpRequired?: boolean } = {}) {
  const { url, drop } = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'mingjian-door-'))
  const owner = new pg.Pool({ connectionString: url, max: 1 })
  owner.on('error', () => {})
  const clock = simulatedClock(new Date('2026-03-02T01:00:00Z'))
  const config = readConfig({
    DATABASE_URL: url,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'http://127.0.0.1:8080',
  })
  const program = await compose(config, {
    clock,
    kind: 'demonstration',
    totpRequired: options.totpRequired ?? true,
    unlimited: true,
  })
  const { app, setupCode } = program

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
    setupCode,
    clock,
    browser,
    /** As the database's owner: to look at what is stored, never to arrange a test. */
    look: async (sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows,
    async close() {
      await program.close()
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
