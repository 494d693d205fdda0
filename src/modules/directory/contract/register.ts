import { z } from 'zod'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** A kind of right, and a field of technology inside it; null covers every field of the kind. */
const competence = z.object({ ipType: ipType.schema, field: technicalField.schema.nullable() })

export const institutionStates = {
  LISTED: '在名录',
  CHANGE_PENDING: '变更待审',
  SUSPENDED: '暂停荐用',
  EXPIRED: '有效期届满',
  EXITED: '主动退出',
  REMOVED: '移出名录',
} as const

export const appraiserStates = { ACTIVE: '执业中', SUSPENDED: '暂停执业', LEFT: '不再执业' } as const

export const institutionState = z.enum([
  'LISTED',
  'CHANGE_PENDING',
  'SUSPENDED',
  'EXPIRED',
  'EXITED',
  'REMOVED',
])
export const appraiserState = z.enum(['ACTIVE', 'SUSPENDED', 'LEFT'])

/**
 * What the register says of an institution: public particulars alone (domain brief §9.4). An item of the register is the
 * canonical JSON of this shape; outsiders recompute its hash, so a key is never renamed and only ever added in a new version.
 */
export const institutionBody = z.object({
  v: z.literal(1),
  kind: z.literal('institution'),
  number: z.string(),
  name: z.string(),
  formerNames: z.array(z.object({ name: z.string(), until: date })),
  creditCode: z.string().nullable(),
  /** Six digits of GB/T 2260. */
  region: z.string(),
  address: z.string(),
  telephone: z.string(),
  personInCharge: z.string(),
  state: institutionState,
  /** Why it is in that state, as the public reads it. */
  reason: z.string(),
  listedFrom: date,
  /** Last day of the term of listing; null where the list has none. */
  termUntil: date.nullable(),
  barredUntil: date.nullable(),
  scope: z.array(
    competence.extend({
      kind: z.string(),
      from: date,
      until: date.nullable(),
      state: z.enum(['IN_FORCE', 'SUSPENDED', 'ENDED']),
    }),
  ),
  /** Standards it conforms to (贯标). */
  conformity: z.array(z.object({ standard: z.string(), certificate: z.string(), from: date, until: date })),
  grade: z.object({ grade: z.string(), on: date }).nullable(),
  courtLists: z.array(z.string()),
  feeBasis: z.string(),
  /** Numbers of institutions that it became: merger, division. */
  successors: z.array(z.string()),
  demonstration: z.boolean(),
})

export const appraiserBody = z.object({
  v: z.literal(1),
  kind: z.literal('appraiser'),
  number: z.string(),
  name: z.string(),
  title: z.string(),
  qualifications: z.array(z.string()),
  /** Number of the one institution where he practises. */
  institution: z.string(),
  since: date,
  fields: z.array(competence),
  state: appraiserState,
  reason: z.string(),
})

export const registerBody = z.discriminatedUnion('kind', [institutionBody, appraiserBody])

export type InstitutionBody = z.output<typeof institutionBody>
export type AppraiserBody = z.output<typeof appraiserBody>
export type RegisterBody = z.output<typeof registerBody>

/** How an entry is addressed everywhere: the kind and the public number, which is given once and never again. */
export function registerKey({ kind, number }: Pick<RegisterBody, 'kind' | 'number'>): string {
  return `${kind}:${number}`
}

/** One change that an act commits in the field `register` of its leaf. */
export const registerChange = z.object({
  key: z.string(),
  /** SHA-256 of the canonical JSON of the body, hex. */
  item: z.string().regex(/^[0-9a-f]{64}$/),
  /** First day on which it holds, Beijing date. */
  from: date,
  /** First day on which it holds no longer; null for what holds on. Only a correction of the past has one. */
  until: date.nullable(),
})

export type RegisterChange = z.output<typeof registerChange>
