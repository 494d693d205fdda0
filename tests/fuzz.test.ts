import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyCommand, AnyQuery } from '#kernel/command.ts'
import { problems } from '#kernel/problem.ts'
import { openSession } from '#modules/identity/contract.ts'
import { type Asked, ask, subjectOf } from '#testing/ask.ts'
import { password } from '#testing/cast.ts'
import { type Client, client } from '#testing/client.ts'
import { hostileIds, inputs, rawBodies } from '#testing/hostile-input.ts'
import { type IssuedMatter, issuedMatter } from '#testing/issued-matter.ts'
import { inputSchema } from '#testing/sample-input.ts'
import { type World, world } from '#testing/world.ts'
import { allModules } from '../src/modules.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 30)
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() & 0x7fffffff)

/** The types that any operation may answer with (kernel/endpoint.ts), beyond those that it declares. */
const everywhere = ['malformed', 'unauthenticated', 'not-permitted', 'too-many', 'too-large', 'key-reused']

/** Who comes furthest with it: of his role and of the matter. */
const actors: Readonly<Record<string, string>> = {
  SYSTEM_ADMIN: 'admin',
  CNIPA_OFFICER: 'cnipa',
  ASSOCIATION_SECRETARY: 'association',
  ENTRUSTING_OFFICER: 'court-officer',
  INSTITUTION_ADMIN: 'jia-admin',
  INSTITUTION_HEAD: 'jia-head',
  INTAKE_CLERK: 'jia-intake',
  MATERIAL_CUSTODIAN: 'jia-custodian',
  APPRAISER: 'jia-appraiser1',
  REVIEWER: 'jia-reviewer',
  AUTHORIZED_ISSUER: 'jia-issuer',
  ARCHIVIST: 'jia-archivist',
}

const installation = { kind: 'demonstration', simulatedClock: true } as const
const operations: readonly (AnyCommand | AnyQuery)[] = allModules({
  setupCode: undefined,
  totpRequired: false,
  totpKey: new Uint8Array(32),
  installation,
}).flatMap(({ commands, queries }) => [...commands, ...queries])

console.info(`fuzz: seed ${SEED}, ${RUNS} runs per operation (FUZZ_SEED, FUZZ_RUNS)`)

describe('whatever is sent, the answer is an answer', () => {
  let w: World
  let m: IssuedMatter

  beforeAll(async () => {
    w = await world()
    m = await issuedMatter(w)
  })
  afterAll(() => w.close())

  /** A browser of its own, so that a fuzzed sign-out ends only its own session. */
  async function actorFor({ allow }: AnyCommand | AnyQuery): Promise<Client> {
    const roles = allow.map(({ role }: { role: string }) => role)
    const login = roles.map((role: string) => actors[role]).find(Boolean) ?? 'jia-appraiser2'
    const by = client(async (path, init) => w.program.app.request(path, init))
    await by.call(openSession, { login, password })
    return by
  }

  it.each(operations.map((operation) => [operation.endpoint.id, operation] as const))(
    '%s',
    { timeout: 120_000 },
    async (_, operation) => {
      const { endpoint } = operation
      const by = await actorFor(operation)
      const subject = endpoint.path.startsWith('/accounts/')
        ? w.id('yi-custodian')
        : subjectOf(endpoint.path, w, m)
      const fixed = {
        ...(subject ? { id: subject } : {}),
        ...(endpoint.path.includes(':index') ? { index: 1 } : {}),
      }
      await fc.assert(
        fc.asyncProperty(inputs(inputSchema(endpoint), fixed), async (input) => {
          expectAnswer(operation, await ask(by, endpoint, input))
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: true },
      )
      if (subject)
        for (const id of hostileIds)
          expectAnswer(operation, await sent(by, endpoint.path.replace(':id', id), operation))
      if (operation.kind === 'command')
        for (const { body, type } of rawBodies)
          expectAnswer(operation, await sent(by, filled(endpoint.path, fixed), operation, body, type))
    },
  )

  it('and the world is as sound as before', async () => {
    expect(await w.fsck()).toEqual([])
  })
})

async function sent(
  by: Client,
  path: string,
  { endpoint }: AnyCommand | AnyQuery,
  body = '{}',
  type = 'application/json',
): Promise<Asked> {
  const init = endpoint.method === 'GET' ? {} : { method: 'POST', headers: { 'content-type': type }, body }
  const response = await by.raw(`/api${path}`, init)
  return { status: response.status, text: await response.text(), response }
}

function filled(path: string, fixed: Readonly<Record<string, unknown>>): string {
  return path.replace(/:([a-z]+)/gi, (_, name: string) => String(fixed[name] ?? 'x'))
}

/** 200, or a problem of a declared type that says in Chinese what is wrong and what to do; never a defect. */
function expectAnswer({ endpoint, ...operation }: AnyCommand | AnyQuery, { status, text, response }: Asked) {
  if (status === 200) {
    expect(response.headers.get('content-type')).toContain('application/json')
    return
  }
  const said = text.slice(0, 600)
  expect(status, said).toBeLessThan(500)
  expect(response.headers.get('content-type'), said).toContain('application/problem+json')
  const problem = JSON.parse(text)
  const type = String(problem.type).replace('/problems/', '')
  const stepUp = 'stepUp' in operation && operation.stepUp ? ['step-up-required'] : []
  expect([...everywhere, ...stepUp, ...(endpoint.refusals ?? [])], `${endpoint.id}: ${said}`).toContain(type)
  expect(problem.status).toBe(problems[type as keyof typeof problems].status) // declared types only, as just seen
  expect(status).toBe(problem.status)
  for (const sentence of [problem.detail, problem.advice, ...problem.issues.map(chinese)])
    expect(sentence, said).toMatch(/[\u4e00-\u9fff]/)
  expect(text).not.toMatch(/node_modules|\.ts:\d|select .* from |stack/i)
}

function chinese({ detail }: { detail: string }): string {
  return detail
}
