import type { Endpoint } from '#kernel/endpoint.ts'
import type { Client } from './client.ts'
import type { IssuedMatter } from './issued-matter.ts'
import { inputSchema, sample } from './sample-input.ts'
import type { World } from './world.ts'

export interface Asked {
  readonly status: number
  readonly text: string
  readonly response: Response
}

/** Sends whatever it is given to an operation: path parameters out of `input`, the rest as query or JSON body. */
export async function ask(by: Client, endpoint: Endpoint, input: Record<string, unknown>): Promise<Asked> {
  const rest = { ...input }
  const written = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
  const path = endpoint.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = written(rest[name]).toWellFormed()
    delete rest[name]
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, written(value)]))
  const response =
    endpoint.method === 'GET'
      ? await by.raw(`/api${path}?${search}`)
      : await by.raw(`/api${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(rest),
        })
  return { status: response.status, text: await response.text(), response }
}

/** A request of this operation about a real matter, as its own schema asks for it. */
export function validInput(
  endpoint: Endpoint,
  w: Pick<World, 'id'>,
  m: IssuedMatter,
): Record<string, unknown> {
  const input = sample(inputSchema(endpoint)) as Record<string, unknown> // the input of every operation is an object
  const id = subjectOf(endpoint.path, w, m)
  return {
    ...input,
    ...(id ? { id } : {}),
    ...(endpoint.path.includes(':index') ? { index: m.traceIndex } : {}),
  }
}

/** Which id of the matter stands for `:id` in this path. */
export function subjectOf(path: string, w: Pick<World, 'id'>, m: IssuedMatter): string | undefined {
  const base = /^\/([a-z-]+)(?:\/matters)?\/:id/.exec(path)?.[1]
  const ids: Readonly<Record<string, string>> = {
    accounts: w.id('jia-appraiser1'),
    institutions: w.id('jia'),
    appraisers: w.id('jia-appraiser1'),
    'commission-drafts': m.draftId,
    files: m.fileId,
    materials: m.materialId,
    opinions: m.opinionId,
    keys: m.keyId,
    notices: m.noticeId,
    selections: m.drawId,
    draws: m.drawId,
    standards: m.standardId,
    consultations: m.consultationId,
    'standard-comments': m.commentId,
    terms: m.termId,
    conformity: m.assessmentId,
  }
  return base === undefined ? undefined : (ids[base] ?? m.caseId)
}
