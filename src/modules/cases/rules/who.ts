import type { Grant } from '#kernel/command.ts'
import type { NonEmpty } from '#kernel/json.ts'
import type { CaseRow } from '../store.ts'

interface Facts {
  readonly row: Pick<CaseRow, 'institution_id' | 'entrusting_organisation_id'>
}

interface DutyFacts extends Facts {
  /** Present duties of the person acting. */
  readonly duties: readonly string[]
}

function ofInstitution<R extends string>(role: R, denial: string): Grant<Facts> {
  return { role, only: (actor, { row }) => actor.organisationId === row.institution_id, denial }
}

function ofClient<R extends string>(role: R, denial: string): Grant<Facts> {
  return { role, only: (actor, { row }) => actor.organisationId === row.entrusting_organisation_id, denial }
}

export const institutionHead: NonEmpty<Grant<Facts>> = [
  ofInstitution('INSTITUTION_HEAD', '只有受理机构的负责人可以办理'),
]

export const institutionOffice: NonEmpty<Grant<Facts>> = [
  ofInstitution('INSTITUTION_ADMIN', '只有受理机构的管理员或负责人可以办理'),
  ofInstitution('INSTITUTION_HEAD', '只有受理机构的管理员或负责人可以办理'),
]

export const institutionDesk: NonEmpty<Grant<Facts>> = [
  ofInstitution('INTAKE_CLERK', '只有受理机构的受理人员、管理员或负责人可以办理'),
  ofInstitution('INSTITUTION_ADMIN', '只有受理机构的受理人员、管理员或负责人可以办理'),
  ofInstitution('INSTITUTION_HEAD', '只有受理机构的受理人员、管理员或负责人可以办理'),
]

export const client: NonEmpty<Grant<Facts>> = [
  ofClient('ENTRUSTING_OFFICER', '只有委托方可以办理'),
  ofClient('PARTY_REPRESENTATIVE', '只有委托方可以办理'),
]

export const entrustingOfficer: NonEmpty<Grant<Facts>> = [
  ofClient('ENTRUSTING_OFFICER', '只有委托法院的经办人可以办理'),
]

export const bothSides: NonEmpty<Grant<Facts>> = [
  ofClient('ENTRUSTING_OFFICER', '协议由委托方经办人和机构负责人签署'),
  ofClient('PARTY_REPRESENTATIVE', '协议由委托方经办人和机构负责人签署'),
  ofInstitution('INSTITUTION_HEAD', '协议由委托方经办人和机构负责人签署'),
]

const has =
  (duty: string) =>
  (_: unknown, { duties }: DutyFacts) =>
    duties.includes(duty)

export const leadAppraiser: NonEmpty<Grant<DutyFacts>> = [
  { role: 'APPRAISER', only: has('lead'), denial: '只有本案的主鉴定人可以办理' },
]

export const teamMember: NonEmpty<Grant<DutyFacts>> = [
  { role: 'APPRAISER', only: has('member'), denial: '只有本案鉴定组的成员可以办理' },
]

export const leadOrHead: NonEmpty<Grant<DutyFacts>> = [
  { role: 'APPRAISER', only: has('lead'), denial: '只有本案的主鉴定人或机构负责人可以办理' },
  ofInstitution('INSTITUTION_HEAD', '只有本案的主鉴定人或机构负责人可以办理'),
]

const readers = [
  'ENTRUSTING_OFFICER',
  'INSTITUTION_HEAD',
  'INTAKE_CLERK',
  'MATERIAL_CUSTODIAN',
  'APPRAISER',
  'APPRAISAL_ASSISTANT',
  'REVIEWER',
  'AUTHORIZED_ISSUER',
  'ARCHIVIST',
  'AUDITOR',
] as const

const readDenial = '方案和过程记录只给办案机关和受理机构的人员查看'

/** Plan and process records: officials and the institution, not the parties. */
export const planReaders: NonEmpty<Grant<undefined>> = [
  { role: 'INSTITUTION_ADMIN', denial: readDenial },
  ...readers.map((role) => ({ role, denial: readDenial })),
]
