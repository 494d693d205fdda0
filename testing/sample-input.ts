import { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'

/** The part of JSON Schema that our contracts use. */
export interface Schema {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly const?: unknown
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** What a request of this operation looks like, read from the operation itself. */
export function inputSchema({ input }: Endpoint): Schema {
  return z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema // the subset above
}

const byPattern: readonly (readonly [RegExp, string])[] = [
  [/\\d\{6\}/, '000000'],
  [/\[0-9a-f\]\{64\}/, 'ab'.repeat(32)],
  [/^\^\(\?:draft/, 'draft'],
  [/\[a-z0-9\]\[a-z0-9/, 'sample-login'],
  [/\\d\{4\}-\\d\{2\}-\\d\{2\}/, '2026-03-02'],
]

const byFormat: Readonly<Record<string, string>> = {
  uuid: '0198a000-0000-7000-8000-000000000000',
  'date-time': '2026-03-02T01:00:00.000Z',
  date: '2026-03-02',
  base64: 'AAAA',
}

/** The smallest value that the schema allows: enough for the pipeline to come as far as asking who it is that asks. */
export function sample(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first) return sample(first)
  if (schema.type === 'object') {
    const names = schema.required ?? []
    return Object.fromEntries(names.map((name) => [name, sample(schema.properties?.[name] ?? {})]))
  }
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}))
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 0
  if (schema.type === 'boolean') return true
  if (schema.type === 'string') return sampleText(schema)
  return null
}

function sampleText({ format, pattern, minLength = 0 }: Schema): string {
  const known = byFormat[format ?? ''] ?? byPattern.find(([shape]) => shape.test(pattern ?? ''))?.[1]
  return known ?? '演示'.repeat(Math.ceil(minLength / 2))
}
