import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { openApi } from '#platform/openapi.ts'
import { allModules } from '../src/modules.ts'

const installation = { kind: 'production', simulatedClock: false } as const
const modules = allModules({ setupCode: '', totpRequired: true, totpKey: new Uint8Array(32), installation })
const text = JSON.stringify(openApi(modules))
const whole: unknown = JSON.parse(text)

function at(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (node, step) =>
      node instanceof Object ? Object.entries(node).find(([key]) => key === step)?.[1] : undefined,
    document,
  )
}

/** The document with every reference replaced by what it refers to. */
function opened(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(opened)
  if (!(node instanceof Object)) return node
  if ('$ref' in node) return opened(at(whole, String(node.$ref).slice(2).split('/')))
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, opened(value)]))
}

describe('the OpenAPI document', () => {
  it('refers only to what it has, by names that OpenAPI allows', () => {
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '')
    expect(references.length).toBeGreaterThan(500)
    for (const path of new Set(references)) {
      expect(path).toMatch(/^components\/(schemas|responses)\/[a-zA-Z0-9._-]+$/)
      expect(at(whole, path.split('/')), path).toBeDefined()
    }
  })

  it('says of every operation what its contract says', () => {
    for (const { endpoint } of modules.flatMap(({ commands, queries }) => [...commands, ...queries])) {
      const path = `/api${endpoint.path.replace(/:([a-zA-Z]+)/g, '{$1}')}`
      const said = at(whole, ['paths', path, endpoint.method.toLowerCase(), 'responses', '200', 'content'])
      const { $schema: _, ...schema } = z.toJSONSchema(endpoint.output, {
        io: 'output',
        unrepresentable: 'any',
      })
      expect(opened(said), endpoint.id).toEqual({
        'application/json': { schema: JSON.parse(JSON.stringify(schema)) },
      })
    }
  })

  it('has no large schema twice', () => {
    const seen = new Map<string, number>()
    const look = (node: unknown): void => {
      if (!(node instanceof Object)) return
      const key = JSON.stringify(node)
      if ('type' in node && key.length > 120) seen.set(key, (seen.get(key) ?? 0) + 1)
      Object.values(node).forEach(look)
    }
    look(at(whole, ['components', 'schemas']))
    for (const path of Object.values(at(whole, ['paths']) ?? {})) look(opened200(path))
    expect([...seen].filter(([, times]) => times > 1).map(([key]) => key)).toEqual([])
  })

  it('gives no name to what stands in one place only', () => {
    const one = endpoint({
      id: 'thing.show',
      title: '',
      method: 'GET',
      path: '/things',
      input: z.object({}),
      output: z.object({ a: z.uuid(), b: z.uuid().meta({ title: '乙' }) }),
    })
    const query = {
      kind: 'query' as const,
      endpoint: one,
      allow: [{ role: 'everyone', denial: '' }] as const,
    }
    const document = openApi([
      { name: '', title: '', commands: [], queries: [{ ...query, answer: async () => ({}) }] },
    ])
    expect(Object.keys(Object(at(document, ['components', 'schemas'])))).toEqual(['Problem', 'Reasons'])
  })
})

/** Only the answers: bodies are built around their fields and differ by them. */
function opened200(path: unknown): unknown {
  return Object.values(Object(path)).map((operation) => at(operation, ['responses', '200']))
}
