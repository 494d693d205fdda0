import type { Actor, Grant } from '#kernel/command.ts'
import type { NonEmpty } from '#kernel/json.ts'
import type { OfferRow } from '../store.ts'

interface OfAuthority {
  readonly session: { readonly organisation_id: string }
}

/** The authority whose need it is. */
export const authorityOfSelection: NonEmpty<Grant<OfAuthority>> = [
  {
    role: 'ENTRUSTING_OFFICER',
    only: (actor, { session }) => actor.organisationId === session.organisation_id,
    denial: '只有提出需求的委托机关经办人可以办理',
  },
]

interface Offered {
  readonly standing: Pick<OfferRow, 'institution_id'> | undefined
}

const itsTurn = (actor: Actor, { standing }: Offered) => actor.organisationId === standing?.institution_id
const denial = '只有现在被选定的机构的受理人员、管理员或负责人可以答复'

/** The office of the institution with which the matter stands now. */
export const institutionInTurn: NonEmpty<Grant<Offered>> = [
  { role: 'INTAKE_CLERK', only: itsTurn, denial },
  { role: 'INSTITUTION_ADMIN', only: itsTurn, denial },
  { role: 'INSTITUTION_HEAD', only: itsTurn, denial },
]
