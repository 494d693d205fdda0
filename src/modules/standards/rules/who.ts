import type { Actor, Grant } from '#kernel/command.ts'
import type { NonEmpty } from '#kernel/json.ts'
import type { StandardKind } from '#law/terms/standard.ts'

type Keeper = NonEmpty<Grant<unknown>>

/** Who enters standards into the register: the national association and the national office. */
export const keepersOfRegister: Keeper = [
  { role: 'ASSOCIATION_SECRETARY', denial: '标准登记由全国性行业自律组织或者国家知识产权局办理' },
  { role: 'CNIPA_OFFICER', denial: '标准登记由国家知识产权局或者全国性行业自律组织办理' },
]

/** Group standards are the association's, all others the government's: neither publishes for the other (1-1a). */
export const publishers: NonEmpty<Grant<{ readonly standard: { readonly kind: StandardKind } }>> = [
  {
    role: 'ASSOCIATION_SECRETARY',
    only: (_, { standard }) => standard.kind === 'GROUP',
    denial: '行业自律组织只发布团体标准',
  },
  {
    role: 'CNIPA_OFFICER',
    only: (_, { standard }) => standard.kind !== 'GROUP',
    denial: '国家标准、行业标准、地方标准由国家知识产权局登记发布',
  },
]

const inProvince = (actor: Actor, { actorProvince, province }: InProvince) =>
  actor.accountId !== null && actorProvince !== null && actorProvince === province

interface InProvince {
  readonly province: string
  /** Two digits of the actor's organisation; null where it has none. */
  readonly actorProvince: string | null
}

/** The association leads assessments: the national everywhere, a local one in its own province only (2.4.4). */
export const associationInCharge: NonEmpty<Grant<InProvince>> = [
  { role: 'ASSOCIATION_SECRETARY', denial: '贯标评定由行业自律组织秘书处组织' },
  { role: 'LOCAL_ASSOCIATION_SECRETARY', only: inProvince, denial: '地方自律组织只组织本省的贯标评定' },
]

interface OfInstitution {
  readonly institutionId: string
}

const ofInstitution = (actor: Actor, { institutionId }: OfInstitution) =>
  actor.organisationId === institutionId

/** The institution that is assessed. */
export const assessedOffice: NonEmpty<Grant<OfInstitution>> = [
  { role: 'INSTITUTION_ADMIN', only: ofInstitution, denial: '由被评定机构的管理员办理' },
  { role: 'INSTITUTION_HEAD', only: ofInstitution, denial: '由被评定机构的负责人办理' },
]

interface Assessed {
  /** Accounts of those who assess now. */
  readonly assessors: readonly string[]
}

const assigned = (actor: Actor, { assessors }: Assessed) =>
  actor.accountId !== null && assessors.includes(actor.accountId)

/** Whoever is named for the visit, whatever his post in the association. */
export const assessorsOfVisit: NonEmpty<Grant<Assessed>> = [
  { role: 'EVALUATION_EXPERT', only: assigned, denial: '由本次评定的评定人员办理' },
  { role: 'ASSOCIATION_SECRETARY', only: assigned, denial: '由本次评定的评定人员办理' },
  { role: 'LOCAL_ASSOCIATION_SECRETARY', only: assigned, denial: '由本次评定的评定人员办理' },
]
