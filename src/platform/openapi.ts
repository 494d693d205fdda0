import { z } from 'zod'
import type { Module } from '#kernel/command.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { type ProblemType, problems } from '#kernel/problem.ts'

const always: readonly ProblemType[] = [
  'malformed',
  'unauthenticated',
  'not-permitted',
  'too-many',
  'internal',
]

/** The OpenAPI 3.1 document of every operation, made from the same schemas that the server checks with. */
export function openApi(modules: readonly Module[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const module of modules) {
    for (const { endpoint } of [...module.commands, ...module.queries]) {
      const path = `/api${endpoint.path.replace(/:([a-zA-Z]+)/g, '{$1}')}`
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, module.title) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '明鉴 接口',
      version: '1',
      description: '所有接口只接受和返回 JSON；错误一律为 application/problem+json（RFC 9457）。',
    },
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => a.localeCompare(b))),
    components: { schemas: { Problem: problemSchema } },
  }
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

function operation(endpoint: Endpoint, tag: string): object {
  const inPath = new Set([...endpoint.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name ?? ''))
  const input = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' })
  const properties = Object.entries(input.properties ?? {})
  const required = new Set(input.required)
  const parameters = properties
    .filter(([name]) => inPath.has(name) || endpoint.method === 'GET')
    .map(([name, schema]) => ({
      name,
      in: inPath.has(name) ? 'path' : 'query',
      required: inPath.has(name) || required.has(name),
      schema,
    }))
  const body = Object.fromEntries(properties.filter(([name]) => !inPath.has(name)))
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
      200: {
        description: '成功',
        content: {
          'application/json': {
            schema: z.toJSONSchema(endpoint.output, { io: 'output', unrepresentable: 'any' }),
          },
        },
      },
      ...refusals([...always, ...(endpoint.refusals ?? [])]),
    },
  }
}

function requestBody(properties: object, required: readonly string[]): object {
  const reasons = {
    type: 'object',
    description: '对提示类规则写明的理由：规则代号 → 理由',
    additionalProperties: { type: 'string' },
  }
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

function refusals(types: readonly ProblemType[]): Record<string, object> {
  const byStatus = new Map<number, string[]>()
  for (const type of types) {
    const { status, title } = problems[type]
    byStatus.set(status, [...(byStatus.get(status) ?? []), title])
  }
  const schema = { $ref: '#/components/schemas/Problem' }
  return Object.fromEntries(
    [...byStatus].map(([status, titles]) => [
      status,
      { description: titles.join('；'), content: { 'application/problem+json': { schema } } },
    ]),
  )
}
