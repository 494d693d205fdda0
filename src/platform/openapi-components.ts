import type { Json } from '#kernel/json.ts'

export type Schema = { readonly [key: string]: Json }

/** Where a JSON Schema holds further ones, as our contracts make them. */
const single = ['items', 'additionalProperties', 'propertyNames', 'not'] as const
const several = ['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const
/** Shorter ones are easier to read where they stand than behind a name. */
const worthNaming = 120

/**
 * Schemas that occur more than once, under a name of their own. First every schema is shown to `count`; `named` then puts
 * a reference in the place of those that repeat. A name is the format (`uuid`) or the place where the schema first stood.
 */
export function sharedSchemas() {
  const seen = new Map<string, { readonly first: string; times: number }>()
  const components: Record<string, Json> = {}

  /** What lies inside a repeated schema is looked at once: it repeats only where something else has it too. */
  function count(schema: Schema, at: string): void {
    const key = JSON.stringify(schema)
    const known = seen.get(key)
    if (known) known.times += 1
    else {
      seen.set(key, { first: at, times: 1 })
      inside(schema, at, (inner, place) => {
        count(inner, place)
        return inner
      })
    }
  }

  function named(schema: Schema): Schema {
    const key = JSON.stringify(schema)
    const known = seen.get(key)
    if (!known || known.times < 2 || key.length < worthNaming) return inside(schema, '', named)
    const name = nameOf(schema, known.first)
    components[name] ??= inside(schema, '', named)
    return { $ref: `#/components/schemas/${name}` }
  }

  return { count, named, components }
}

/** Only a format without anything besides is the same wherever it stands. */
function nameOf(schema: Schema, first: string): string {
  const bare = Object.keys(schema).every((key) => ['type', 'format', 'pattern'].includes(key))
  return bare && typeof schema.format === 'string' ? schema.format : first
}

/** The schema with each schema in it changed; `at` leads to it through names and places. */
function inside(schema: Schema, at: string, change: (inner: Schema, at: string) => Schema): Schema {
  const changed: Record<string, Json> = { ...schema }
  const { properties } = schema
  if (isSchema(properties))
    changed.properties = Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [
        name,
        isSchema(inner) ? change(inner, `${at}.${name}`) : inner,
      ]),
    )
  for (const key of single) {
    const inner = schema[key]
    if (isSchema(inner)) changed[key] = change(inner, `${at}.${key === 'items' ? 'item' : key}`)
  }
  for (const key of several) {
    const inner = schema[key]
    if (Array.isArray(inner))
      changed[key] = inner.map((each, i) => (isSchema(each) ? change(each, `${at}.${i + 1}`) : each))
  }
  return changed
}

function isSchema(value: Json | undefined): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
