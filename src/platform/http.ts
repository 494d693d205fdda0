import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Actor, AnyCommand, AnyQuery, Module } from '#kernel/command.ts'
import type { Json } from '#kernel/json.ts'
import { Problem } from '#kernel/problem.ts'
import { answer } from './answer.ts'
import { type Engine, execute } from './execute.ts'
import type { Logger } from './logger.ts'
import { possibilities } from './possibilities.ts'
import { refuse } from './refuse.ts'
import { jsonBody, requireSameOrigin } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'

export type Env = { Variables: { actor: Actor; address: string; requestId: string; styleNonce: string } }

export interface HttpOptions {
  readonly engine: Engine
  readonly modules: readonly Module[]
  readonly logger: Logger
  readonly publicUrl: string
  /** A reverse proxy stands in front and writes X-Forwarded-For. */
  readonly trustedProxy?: boolean
  /** Turns a session token into an actor; unknown or expired tokens give the anonymous actor. */
  readonly authenticate: (token: string | undefined) => Promise<Actor>
  /** Throws Problem('too-many') for endpoints that guard something guessable. */
  readonly limit: (
    endpointId: string,
    by: { readonly address: string; readonly accountId: string | null },
    body: Readonly<Record<string, unknown>>,
  ) => Promise<void>
  /** Static pages, uploads and everything that is not an operation. */
  readonly mount?: (app: Hono<Env>) => void
}

/** Assembles the application: every operation of every module becomes one route; there is no other way in. */
export function createApp(options: HttpOptions): Hono<Env> {
  const { engine, logger, publicUrl } = options
  const app = new Hono<Env>()
  const cookie = publicUrl.startsWith('https:') ? '__Host-mingjian' : 'mingjian'
  app.onError((error, c) => refuse(c, error, logger))
  app.use(securityHeaders(() => Buffer.from(engine.chance.bytes(16)).toString('base64url'), publicUrl))
  app.use(async (c, next) => {
    c.set('requestId', engine.chance.id())
    c.set('address', addressOf(c, options.trustedProxy ?? false))
    requireSameOrigin(c, publicUrl)
    const readOnly = engine.readOnlyBecause?.()
    if (readOnly && !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method))
      throw new Problem('unavailable', readOnly)
    c.set('actor', await options.authenticate(getCookie(c, cookie)))
    await next()
    c.header('x-request-id', c.get('requestId'))
  })
  app.use('/api/*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  options.mount?.(app)
  app.use('/api/*', bodyLimit({ maxSize: 1 << 20 }))
  for (const { queries, commands } of options.modules) {
    for (const query of queries) app.get(`/api${query.endpoint.path}`, (c) => ask(c, query))
    for (const command of commands) app.post(`/api${command.endpoint.path}`, (c) => act(c, command))
  }
  for (const [base, commands] of bySubject(options.modules))
    app.get(
      `/api${base}/can`,
      async (c) =>
        c.json(await possibilities(engine, commands, c.req.param() as Record<string, string>, signedIn(c))), // every path parameter is a string
    )
  app.all('/api/*', (c) => {
    throw new Problem('not-found', `没有这个接口：${c.req.method} ${c.req.path}`)
  })
  return app

  async function ask(c: Context<Env>, query: AnyQuery) {
    const asked = { ...c.req.query(), ...c.req.param() }
    await options.limit(query.endpoint.id, asker(c), asked)
    return c.json(await answer(engine, query, asked, c.get('actor')))
  }

  async function act(c: Context<Env>, command: AnyCommand) {
    const body = { ...(await jsonBody(c)), ...c.req.param() }
    await options.limit(command.endpoint.id, asker(c), body)
    const key = c.req.header('idempotency-key')
    const repeatable = key && command.unrepeatable === undefined
    const accepted = await execute(engine, command, body, {
      actor: c.get('actor'),
      ...(repeatable ? { idempotencyKey: key.slice(0, 120) } : {}),
    })
    if (accepted.traceIndex !== null) c.header('x-trace-index', String(accepted.traceIndex))
    return c.json(moveTokenToCookie(c, accepted.answer))
  }

  /** A session token goes into the cookie and never into a body that scripts can read. */
  function moveTokenToCookie(c: Context<Env>, body: Json): Json {
    if (typeof body !== 'object' || body === null || !('sessionToken' in body)) return body
    const { sessionToken, ...rest } = body
    if (typeof sessionToken === 'string')
      setCookie(c, cookie, sessionToken, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        secure: publicUrl.startsWith('https:'),
      })
    else deleteCookie(c, cookie, { path: '/', secure: publicUrl.startsWith('https:') })
    return rest
  }
}

function asker(c: Context<Env>) {
  return { address: c.get('address'), accountId: c.get('actor').accountId }
}

function signedIn(c: Context<Env>): Actor {
  const actor = c.get('actor')
  if (actor.kind !== 'person') throw new Problem('unauthenticated', '请先登录。')
  return actor
}

/** Commands that act on one existing subject, by its path: `/cases/:id` → everything under it. */
function bySubject(modules: readonly Module[]): Map<string, AnyCommand[]> {
  const groups = new Map<string, AnyCommand[]>()
  for (const command of modules.flatMap(({ commands }) => commands)) {
    const match = /^(\/[a-z-]+\/:id)\/[a-z-]+$/.exec(command.endpoint.path)
    if (match?.[1]) groups.set(match[1], [...(groups.get(match[1]) ?? []), command])
  }
  return groups
}

/** Who asks: the peer, or what the configured proxy in front added last to X-Forwarded-For; earlier entries anyone can write. */
function addressOf(c: Context, trustedProxy: boolean): string {
  const forwarded = trustedProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  const incoming: unknown = c.env?.incoming
  const socket =
    typeof incoming === 'object' && incoming && 'socket' in incoming ? incoming.socket : undefined
  return typeof socket === 'object' && socket && 'remoteAddress' in socket
    ? String(socket.remoteAddress)
    : 'local'
}
