import type { Context } from 'hono'
import type { z } from 'zod'
import type { Module } from '#kernel/command.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { anonymous } from '#modules/identity/module.ts'
import { answer } from '#platform/answer.ts'
import { type Engine, execute } from '#platform/execute.ts'
import type { Env, HttpOptions } from '#platform/http.ts'

/** What the public pages are drawn from. */
export interface Site {
  readonly engine: Engine
  readonly modules: readonly Module[]
  readonly kind: 'production' | 'demonstration'
  readonly limit: HttpOptions['limit']
}

/**
 * Asks one question as the public: through the same limit and the same query as `/api`, and as nobody even where the
 * visitor is signed in, so that a public page never shows more to one than to another.
 */
export async function ask<E extends Endpoint>(
  site: Site,
  c: Context<Env>,
  question: { endpoint: E; input: Readonly<Record<string, string>> },
): Promise<z.output<E['output']>> {
  const { endpoint, input } = question
  const query = site.modules
    .flatMap(({ queries }) => queries)
    .find((each) => each.endpoint.id === endpoint.id)
  if (!query) throw new Error(`no module answers ${endpoint.id}`)
  await site.limit(endpoint.id, { address: c.get('address'), accountId: null }, input)
  return answer(site.engine, query, input, anonymous) as Promise<z.output<E['output']>> // answer parsed it by this schema
}

/**
 * Does one deed as the public, out of a form that needs no script: through the same limit and the same pipeline as `/api`,
 * and as nobody even where the visitor is signed in. Forms of other sites are refused before (same-origin.ts).
 */
export async function actAsPublic<E extends Endpoint>(
  site: Site,
  c: Context<Env>,
  deed: { endpoint: E; input: Readonly<Record<string, string>> },
): Promise<z.output<E['output']>> {
  const { endpoint, input } = deed
  const command = site.modules
    .flatMap(({ commands }) => commands)
    .find((each) => each.endpoint.id === endpoint.id)
  if (!command) throw new Error(`no module does ${endpoint.id}`)
  await site.limit(endpoint.id, { address: c.get('address'), accountId: null }, input)
  const { answer } = await execute(site.engine, command, input, { actor: anonymous })
  return answer as z.output<E['output']> // the pipeline parsed it by this schema
}
