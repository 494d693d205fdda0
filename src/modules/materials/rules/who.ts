import type { Actor, Grant } from '#kernel/command.ts'
import type { NonEmpty } from '#kernel/json.ts'

interface Facts {
  readonly matter: {
    readonly institutionId: string
    readonly entrustingOrganisationId: string
    readonly performing: boolean
    readonly opened: { readonly profile: string }
  }
}

const ofInstitution = (actor: Actor, { matter }: Facts) => actor.organisationId === matter.institutionId
const ofClient = (actor: Actor, { matter }: Facts) => actor.organisationId === matter.entrustingOrganisationId

const receivers = '只有承办机构的材料保管人或者受理人员可以办理'
export const receivingStaff: NonEmpty<Grant<Facts>> = [
  { role: 'MATERIAL_CUSTODIAN', only: ofInstitution, denial: receivers },
  { role: 'INTAKE_CLERK', only: ofInstitution, denial: receivers },
]

const handlers = '只有承办机构的材料保管人、受理人员和本案鉴定人可以办理'
export const handlingStaff: NonEmpty<Grant<Facts>> = [
  { role: 'MATERIAL_CUSTODIAN', only: ofInstitution, denial: handlers },
  { role: 'INTAKE_CLERK', only: ofInstitution, denial: handlers },
  { role: 'APPRAISER', only: (_, { matter }) => matter.performing, denial: handlers },
]

export const performingAppraiser: NonEmpty<Grant<Facts>> = [
  { role: 'APPRAISER', only: (_, { matter }) => matter.performing, denial: '只有本案鉴定人可以核对检材' },
]

export const entrustingSide: NonEmpty<Grant<Facts>> = [
  { role: 'ENTRUSTING_OFFICER', only: ofClient, denial: '只有委托方可以办理' },
  { role: 'PARTY_REPRESENTATIVE', only: ofClient, denial: '只有委托方可以办理' },
]

/** T-03: in civil litigation the record of cross-examination is the court's alone. */
export const crossExaminationRecorder: NonEmpty<Grant<Facts>> = [
  { role: 'ENTRUSTING_OFFICER', only: ofClient, denial: '只有委托方可以记录质证情况' },
  {
    role: 'PARTY_REPRESENTATIVE',
    only: (actor, facts) => ofClient(actor, facts) && facts.matter.opened.profile !== 'COURT_CIVIL',
    denial: '民事诉讼委托中，只有人民法院经办人可以记录质证情况',
  },
]

const promise = '只有承办机构中可能接触本案材料的人员需要签署'
/** T-10: everyone of the institution who can come near the material. */
export const institutionPeople: NonEmpty<Grant<Facts>> = [
  { role: 'APPRAISER', only: ofInstitution, denial: promise },
  { role: 'APPRAISAL_ASSISTANT', only: ofInstitution, denial: promise },
  { role: 'REVIEWER', only: ofInstitution, denial: promise },
  { role: 'AUTHORIZED_ISSUER', only: ofInstitution, denial: promise },
  { role: 'MATERIAL_CUSTODIAN', only: ofInstitution, denial: promise },
  { role: 'INTAKE_CLERK', only: ofInstitution, denial: promise },
  { role: 'ARCHIVIST', only: ofInstitution, denial: promise },
  { role: 'INSTITUTION_ADMIN', only: ofInstitution, denial: promise },
  { role: 'INSTITUTION_HEAD', only: ofInstitution, denial: promise },
]
