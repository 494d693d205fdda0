import { z } from 'zod'

export type FieldName = string | readonly (string | number)[]

export function pathOf(name: FieldName): readonly (string | number)[] {
  return typeof name === 'string' ? name.split('.') : name
}

/** What the contract says of one field of a form: label, help, and whether it may be left empty. */
export function fieldOf(
  schema: z.ZodType,
  name: FieldName,
): { title?: string; help?: string; required: boolean } {
  const found = pathOf(name).reduce<z.ZodType | undefined>((at, step) => at && stepInto(at, step), schema)
  if (!found) return { required: false }
  const { title, description } = metaOf(found)
  return {
    ...(title ? { title } : {}),
    ...(description ? { help: description } : {}),
    required: !found.safeParse(undefined).success,
  }
}

function stepInto(schema: z.ZodType, step: string | number): z.ZodType | undefined {
  const bare = unwrapped(schema)
  if (bare instanceof z.ZodObject) return bare.shape[step]
  if (bare instanceof z.ZodArray) return bare.element as z.ZodType // an array of a classic schema holds classic schemas
  return undefined
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return unwrapped(schema.unwrap() as z.ZodType) // as above: wrappers of classic schemas hold classic schemas
  return schema
}

/** Labels may stand on the wrapper or on what it wraps. */
function metaOf(schema: z.ZodType): { title?: string | undefined; description?: string | undefined } {
  return { ...unwrapped(schema).meta(), ...schema.meta() }
}

/** What a form sends: what was left empty is not sent at all. */
export function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== '' && each !== undefined && each !== null)
      .map(([key, each]) => [key, withoutBlanks(each)]),
  )
}

/** The first thing that the contract objects to at this field or inside it, in Chinese; undefined where nothing. */
export function objection(schema: z.ZodType, values: unknown, name: FieldName): string | undefined {
  const parsed = schema.safeParse(withoutBlanks(values))
  if (parsed.success) return undefined
  const path = pathOf(name).map(String)
  const { issues } = parsed.error
  const within = issues.find(({ path: at }) => path.every((step, i) => String(at[i]) === step))
  if (within) return within.message
  // a group of which nothing was filled in is not sent: the objection to the group is one to each field it needs
  const around = issues.find(
    ({ code, path: at }) => code === 'invalid_type' && at.every((step, i) => String(step) === path[i]),
  )
  return fieldOf(schema, name).required ? around?.message : undefined
}
