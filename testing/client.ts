import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { ProblemDocument } from '#kernel/problem.ts'

/** Where requests go: an application in this process, or a server somewhere. */
export type Door = (path: string, init: RequestInit) => Promise<Response>

export interface Answered<T> {
  readonly status: number
  readonly body: T
  readonly traceIndex: number | null
}

/** The refusal of a request, with the whole problem document. */
export class Refused extends Error {
  readonly problem: ProblemDocument
  constructor(operation: string, problem: ProblemDocument) {
    const rules = problem.violations
      .filter(({ outcome }) => outcome === 'fail' || outcome === 'warn')
      .map(
        ({ rule, brief, basis, detail, remedy }) =>
          `${brief} ${rule}（${basis.join('、')}）${detail}。${remedy}`,
      )
    const issues = problem.issues.map(({ path, detail }) => `${path}：${detail}`)
    super(`${operation}：${problem.title}：${[problem.detail, ...rules, ...issues].join('\n  ')}`)
    this.problem = problem
  }
}

type Input<E> = E extends Endpoint<string, infer I> ? z.input<I> : never
type Output<E> = E extends Endpoint<string, z.ZodObject, infer O> ? z.output<O> : never

export interface Client {
  /** Does a deed or asks a question; throws Refused. */
  call<E extends Endpoint>(endpoint: E, input: Input<E>, more?: CallOptions): Promise<Answered<Output<E>>>
  /** The refusal that is expected; throws where the request is answered. */
  refusal<E extends Endpoint>(endpoint: E, input: Input<E>, more?: CallOptions): Promise<ProblemDocument>
  raw(path: string, init?: RequestInit): Promise<Response>
}

export interface CallOptions {
  /** Written reasons by rule id, where a warning is overridden. */
  readonly reasons?: Readonly<Record<string, string>>
  readonly idempotencyKey?: string
}

/** A browser's worth of client: keeps its cookie, speaks JSON, knows nothing that the contract does not say. */
export function client(door: Door): Client {
  let cookie = ''

  async function raw(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (cookie) headers.set('cookie', cookie)
    const response = await door(path, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      cookie = pair.endsWith('=') ? '' : pair
    }
    return response
  }

  async function send(
    endpoint: Endpoint,
    input: Record<string, unknown>,
    more: CallOptions = {},
  ): Promise<Response> {
    const rest = { ...input }
    const path = endpoint.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
      const value = String(rest[name])
      delete rest[name]
      return encodeURIComponent(value)
    })
    if (endpoint.method === 'GET') {
      const entries = Object.entries(rest).filter(([, value]) => value !== undefined)
      const search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))
      return raw(`/api${path}${entries.length > 0 ? `?${search}` : ''}`)
    }
    return raw(`/api${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(more.idempotencyKey ? { 'idempotency-key': more.idempotencyKey } : {}),
      },
      body: JSON.stringify({ ...rest, ...(more.reasons ? { reasons: more.reasons } : {}) }),
    })
  }

  return {
    raw,
    async call(endpoint, input, more) {
      const response = await send(endpoint, input, more)
      const body = await response.json()
      if (!response.ok) throw new Refused(endpoint.title, body)
      const index = response.headers.get('x-trace-index')
      return { status: response.status, body, traceIndex: index === null ? null : Number(index) }
    },
    async refusal(endpoint, input, more) {
      const response = await send(endpoint, input, more)
      const body = await response.json()
      if (response.ok)
        throw new Error(`${endpoint.title} was not refused: ${JSON.stringify(body).slice(0, 400)}`)
      return body
    },
  }
}
