import { z } from 'zod'

/** A closed vocabulary with Chinese labels: one definition for Zod, SQL check and screens. */
export interface Term<K extends string = string> {
  readonly title: string
  readonly labels: Readonly<Record<K, string>>
  readonly codes: readonly K[]
  readonly schema: z.ZodEnum<{ [Code in K]: Code }>
  label(code: K): string
}

export function term<const K extends string>(title: string, labels: Readonly<Record<K, string>>): Term<K> {
  const codes = Object.keys(labels) as [K, ...K[]] // keys of a literal record are exactly K
  return { title, labels, codes, schema: z.enum(codes).meta({ title }), label: (code) => labels[code] }
}
