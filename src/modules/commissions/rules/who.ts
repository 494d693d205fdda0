import type { Grant } from '#kernel/command.ts'
import type { NonEmpty } from '#kernel/json.ts'
import type { CommissionRow } from '../store.ts'

interface Facts {
  readonly commission: Pick<CommissionRow, 'institution_id' | 'entrusting_organisation_id'>
}

export const intakeOfInstitution: NonEmpty<Grant<Facts>> = [
  {
    role: 'INTAKE_CLERK',
    only: (actor, { commission }) => actor.organisationId === commission.institution_id,
    denial: '只有受理机构的受理人员可以办理',
  },
  {
    role: 'INSTITUTION_ADMIN',
    only: (actor, { commission }) => actor.organisationId === commission.institution_id,
    denial: '只有受理机构的受理人员可以办理',
  },
]

export const entrustingSide: NonEmpty<Grant<Facts>> = [
  {
    role: 'ENTRUSTING_OFFICER',
    only: (actor, { commission }) => actor.organisationId === commission.entrusting_organisation_id,
    denial: '只有委托方可以办理',
  },
  {
    role: 'PARTY_REPRESENTATIVE',
    only: (actor, { commission }) => actor.organisationId === commission.entrusting_organisation_id,
    denial: '只有委托方可以办理',
  },
]
