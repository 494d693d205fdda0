import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { ProblemDocument, ProblemType } from '#kernel/problem.ts'
import { searchText } from './search-text.ts'

export type InputOf<E extends Endpoint> = z.input<E['input']>
export type OutputOf<E extends Endpoint> = z.output<E['output']>

export interface Answer<D> {
  readonly data: D
  /** Index of the trace entry that the deed left; null for questions and untraced deeds. */
  readonly traceIndex: number | null
}

/** A refusal as it came from the server, with everything a person needs to act on it. */
export class ProblemError extends Error {
  readonly problem: ProblemDocument
  constructor(problem: ProblemDocument) {
    super(problem.detail)
    this.problem = problem
  }
  is(type: ProblemType): boolean {
    return this.problem.type === `/problems/${type}`
  }
}

export interface Sending {
  readonly key?: string
  /** Rule id → the written reason that lets a warning pass. */
  readonly reasons?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Sends one operation as its contract says and returns its answer, or throws ProblemError. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  sending: Sending = {},
): Promise<Answer<OutputOf<E>>> {
  const { path, rest } = address(endpoint.path, input)
  const { key, reasons, signal } = sending
  const common = signal ? { signal } : {}
  if (endpoint.method === 'GET') return receive(await reach(`/api${path}${searchText(rest)}`, common))
  return receive(
    await reach(`/api${path}`, {
      ...common,
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
      body: JSON.stringify(reasons ? { ...rest, reasons } : rest),
    }),
  )
}

/** Any further JSON of the same server (`/can`), read by the same rules. */
export async function fetchJson<D>(path: string, signal?: AbortSignal): Promise<D> {
  return (await receive<D>(await reach(`/api${path}`, signal ? { signal } : {}))).data
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, credentials: 'same-origin' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ProblemError(unreachable(url))
  }
}

async function receive<D>(response: Response): Promise<Answer<D>> {
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) {
    const index = response.headers.get('x-trace-index')
    return { data: body as D, traceIndex: index === null ? null : Number(index) } // the server checked it against the contract
  }
  throw new ProblemError(isProblem(body) ? body : { ...unreachable(response.url), status: response.status })
}

function isProblem(body: unknown): body is ProblemDocument {
  return (
    typeof body === 'object' && body !== null && 'type' in body && 'detail' in body && 'violations' in body
  )
}

function unreachable(url: string): ProblemDocument {
  return {
    type: '/problems/unavailable',
    title: '暂时连接不上',
    status: 503,
    detail: '没有收到服务器的答复，不能确定这次操作是否已经生效。',
    advice: '请检查网络后再点一次：同一次提交不会重复办理。',
    instance: url,
    request: '',
    violations: [],
    issues: [],
  }
}

/** Puts path parameters into the path and returns what remains of the input. */
export function address(path: string, input: object): { path: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input }
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = String(rest[name] ?? '')
    delete rest[name]
    return encodeURIComponent(value)
  })
  return { path: filled, rest }
}
