import fc from 'fast-check'
import { type Schema, sample } from './sample-input.ts'

type Fields = Readonly<Record<string, unknown>>

/** Text that has broken programs before. */
export const hostileText = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\r\n注入：一行',
  '\u001b[31m红\u001b[0m',
  '\ud800',
  '前\udfff后',
  '\u202e反向',
  '䶮𬭚𠮷',
  '__proto__',
  "'; drop table log_entry; --",
  '<script>alert(1)</script>',
  '$' + '{jndi:ldap://x}',
  '../../etc/passwd',
  '%00%ff',
  'null',
  '-1',
  '1e999',
  '9'.repeat(40),
  '0000-00-00',
  '2026-02-30',
  '275760-09-14',
  '权'.repeat(60_000),
  '00000000-0000-0000-0000-000000000000',
]

const hostileValue = fc.oneof(
  fc.constantFrom<unknown>(...hostileText),
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53 - 1, -(2 ** 53), 1e308, [], {}, [
    [],
  ]),
  fc.constantFrom<unknown>([null], [{}], { constructor: { prototype: 1 } }, { toString: 1 }, nested(200)),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Values that the schema allows, with a liking for its edges. */
export function lawful(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(lawful))
  if (schema.type === 'object') return fields(schema)
  if (schema.type === 'array') {
    const least = schema.minItems ?? 0
    const most = Math.max(least, Math.min(schema.maxItems ?? 3, least + 2))
    return fc.array(lawful(schema.items ?? {}), { minLength: least, maxLength: most })
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    const { minimum = -(2 ** 53) + 1, maximum = 2 ** 53 - 1 } = schema
    const edges = [minimum, maximum, 0, 1, 2 ** 31 - 1, 2 ** 31].filter((n) => n >= minimum && n <= maximum)
    return fc.constantFrom(...edges)
  }
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'string') return lawfulText(schema)
  return fc.jsonValue({ maxDepth: 2 })
}

function lawfulText(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.format || schema.pattern) return fc.constant(sample(schema))
  const { minLength = 0, maxLength = 400 } = schema
  const long = '鉴'.repeat(Math.min(maxLength, 20_000))
  const words = ['鉴定', '䶮', 'a\nb', '1', '（2026）粤73知民初118号', long, '字'.repeat(minLength)]
  return fc.constantFrom(...words.filter((word) => word.length >= minLength && word.length <= maxLength))
}

function fields({ properties = {}, required = [] }: Schema): fc.Arbitrary<Fields> {
  return fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, lawful(each)])),
    { requiredKeys: [...required] },
  ) as fc.Arbitrary<Fields> // names are whatever the schema says
}

/** What no text column takes, where a contract does not say what text is. */
const noText = ['a\u0000b', '\ud800', '前\udfff后']

/** A whole input: lawful, or lawful but for one thing, or anything. `fixed` stays as given. */
export function inputs(schema: Schema, fixed: Fields): fc.Arbitrary<Fields> {
  const names = Object.keys(schema.properties ?? {}).filter((name) => !(name in fixed))
  const all = names.map((name): [string, unknown] => [name, noText[name.length % 3]])
  const base = fields(schema).map((input) => ({ ...input, ...fixed }))
  const one = fc.constantFrom(...(names.length > 0 ? names : ['extra']))
  return fc.oneof(
    { weight: 4, arbitrary: base },
    {
      weight: 4,
      arbitrary: fc
        .tuple(base, one, hostileValue)
        .map(([input, name, value]) => ({ ...input, [name]: value })),
    },
    { weight: 1, arbitrary: fc.tuple(base, one).map(([input, name]) => without(input, name)) },
    { weight: 1, arbitrary: base.map((input) => ({ ...input, ...Object.fromEntries(all), ...fixed })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(base, one, fc.constantFrom(...noText))
        .map(([input, name, value]) => ({ ...input, [name]: value })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(base, fc.constantFrom('extra', 'roles', 'state', 'reasons', 'constructor'), hostileValue)
        .map(([input, name, value]) => ({ ...input, [name]: value })),
    },
    {
      weight: 1,
      arbitrary: fc
        .dictionary(fc.string(), hostileValue, { maxKeys: 4 })
        .map((input) => ({ ...input, ...fixed })),
    },
  )
}

function without(input: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(input).filter(([each]) => each !== name))
}

/** Bodies that no serialiser would write. */
export const rawBodies: readonly { readonly body: string; readonly type?: string }[] = [
  { body: '' },
  { body: '{' },
  { body: 'null' },
  { body: '[]' },
  { body: '"text"' },
  { body: '7' },
  { body: '{"reason":"一","reason":"二"}' },
  { body: '{"__proto__":{"roles":["SYSTEM_ADMIN"]}}' },
  { body: '{"constructor":{"prototype":{"x":1}}}' },
  { body: `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}` },
  { body: '{"a":"\\ud800"}' },
  { body: '\ufeff{}' },
  { body: `{"text":"${'权'.repeat(600_000)}"}` },
  { body: '{}', type: 'text/plain' },
  { body: 'a=1', type: 'application/x-www-form-urlencoded' },
  { body: '<x/>', type: 'text/xml' },
]

/** Ids as no link of ours would write them. */
export const hostileIds = [
  'x',
  '%00',
  '..%2f..',
  '%ff',
  'null',
  'a'.repeat(3000),
  '%F0%A0%AE%B7',
  '-1',
  '1e3',
  '%20',
]

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let i = 0; i < depth; i += 1) value = { a: value }
  return value
}
