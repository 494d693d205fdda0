import { z } from 'zod'
import type { Module } from '#kernel/command.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { type ProblemType, problems } from '#kernel/problem.ts'
import { type Schema, sharedSchemas } from './openapi-components.ts'

const always: readonly ProblemType[] = [
  'malformed',
  'unauthenticated',
  'not-permitted',
  'too-many',
  'internal',
]

/** The OpenAPI 3.1 document of every operation, made from the same schemas that the server checks with. */
export function openApi(modules: readonly Module[]): object {
  const operations = modules.flatMap(({ title: tag, commands, queries }) =>
    [...commands, ...queries].map(({ endpoint }) => ({ endpoint, tag, schemas: schemasOf(endpoint) })),
  )
  const shared = sharedSchemas()
  for (const { endpoint, schemas } of operations) {
    for (const [name, schema] of schemas.input) shared.count(schema, `${endpoint.id}.${name}`)
    shared.count(schemas.output, `${endpoint.id}.answer`)
  }
  const responses: Record<string, object> = {}
  const paths: Record<string, Record<string, object>> = {}
  for (const { endpoint, tag, schemas } of operations) {
    const path = `/api${endpoint.path.replace(/:([a-zA-Z]+)/g, '{$1}')}`
    const described = operation(endpoint, tag, {
      required: schemas.required,
      input: schemas.input.map(([name, schema]) => [name, shared.named(schema)]),
      output: shared.named(schemas.output),
    })
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: described }
    Object.assign(responses, refusals(endpoint).responses)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '明鉴 接口',
      version: '1',
      description: '所有接口只接受和返回 JSON；错误一律为 application/problem+json（RFC 9457）。',
    },
    paths: byName(paths),
    components: {
      schemas: { Problem: problemSchema, Reasons: reasonsSchema, ...byName(shared.components) },
      responses: byName(responses),
    },
  }
}

function byName<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const reasonsSchema = {
  type: 'object',
  description: '对提示类规则写明的理由：规则代号 → 理由',
  additionalProperties: { type: 'string' },
}

interface Schemas {
  readonly input: readonly (readonly [name: string, schema: Schema])[]
  readonly required: ReadonlySet<string>
  readonly output: Schema
}

function schemasOf({ input, output }: Endpoint): Schemas {
  const { properties, required } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  // which dialect it is, the document says once for all
  const { $schema: _, ...answer } = z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' })
  return {
    input: Object.entries(properties ?? {}).map(([name, schema]) => [name, plain(schema)]),
    required: new Set(required),
    output: plain(answer),
  }
}

/** As JSON has it: what is undefined is not there. */
function plain(schema: unknown): Schema {
  return JSON.parse(JSON.stringify(schema))
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'advice', 'instance', 'request', 'violations', 'issues'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    advice: { type: 'string' },
    instance: { type: 'string' },
    request: { type: 'string' },
    violations: { type: 'array', items: { type: 'object' } },
    issues: { type: 'array', items: { type: 'object' } },
  },
}

function operation(endpoint: Endpoint, tag: string, { input, required, output }: Schemas): object {
  const inPath = new Set([...endpoint.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name ?? ''))
  const parameters = input
    .filter(([name]) => inPath.has(name) || endpoint.method === 'GET')
    .map(([name, schema]) => ({
      name,
      in: inPath.has(name) ? 'path' : 'query',
      required: inPath.has(name) || required.has(name),
      schema,
    }))
  const body = Object.fromEntries(input.filter(([name]) => !inPath.has(name)))
  return {
    operationId: endpoint.id,
    summary: endpoint.title,
    tags: [tag],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.method === 'POST'
      ? {
          requestBody: requestBody(
            body,
            [...required].filter((name) => !inPath.has(name)),
          ),
        }
      : {}),
    responses: {
      200: { description: '成功', content: { 'application/json': { schema: output } } },
      ...refusals(endpoint).references,
    },
  }
}

function requestBody(properties: object, required: readonly string[]): object {
  const reasons = { $ref: '#/components/schemas/Reasons' }
  return {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: { ...properties, reasons },
          required,
          additionalProperties: false,
        },
      },
    },
  }
}

/** The refusals of an operation by status, each named after its types: many operations have the same. */
function refusals(endpoint: Endpoint) {
  const byStatus = new Map<number, ProblemType[]>()
  for (const type of [...always, ...(endpoint.refusals ?? [])]) {
    const { status } = problems[type]
    byStatus.set(status, [...(byStatus.get(status) ?? []), type])
  }
  const schema = { $ref: '#/components/schemas/Problem' }
  const named = [...byStatus].map(([status, types]) => ({ status, types, name: types.join('.') }))
  return {
    references: Object.fromEntries(
      named.map(({ status, name }) => [status, { $ref: `#/components/responses/${name}` }]),
    ),
    responses: Object.fromEntries(
      named.map(({ types, name }) => [
        name,
        {
          description: types.map((type) => problems[type].title).join('；'),
          content: { 'application/problem+json': { schema } },
        },
      ]),
    ),
  }
}
