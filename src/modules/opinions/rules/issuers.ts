import type { Actor, Grant } from '#kernel/command.ts'
import type { NonEmpty } from '#kernel/json.ts'
import type { RoleCode } from '#law/terms/role.ts'

interface Issued {
  readonly case: {
    readonly institution_id: string
    readonly entrusting_organisation_id: string
  }
  /** Whom the institution assigned; any authorised issuer of it where nobody was. */
  readonly issuer: string | null
}

interface Signed {
  readonly duties: readonly string[]
  readonly opinion: { readonly signatories: readonly { readonly accountId: string }[] }
}

export function issues(actor: Actor, { case: row, issuer }: Issued): boolean {
  const own = actor.roles.includes('AUTHORIZED_ISSUER') && actor.organisationId === row.institution_id
  return own && (issuer === null || issuer === actor.accountId)
}

export const issuerOfCase: NonEmpty<Grant<Issued>> = [
  { role: 'AUTHORIZED_ISSUER', only: issues, denial: '只有本机构指定的本案签发人可以办理' },
]

/** O-04: who performed the appraisal and is named in the frozen document. */
export const performingAppraiser: NonEmpty<Grant<Signed>> = [
  {
    role: 'APPRAISER',
    only: (actor, { duties, opinion }) =>
      duties.includes('member') && opinion.signatories.some(({ accountId }) => accountId === actor.accountId),
    denial: '只有实施本案鉴定的鉴定人在意见书上签名（上海市司法鉴定管理条例第30条）',
  },
]

const desk = '只有受理机构的档案管理员或受理人员可以办理送达；案件限定人员知悉的，须先被指定为经办人员'
const ofInstitution = (actor: Actor, { case: row }: Pick<Issued, 'case'>) =>
  actor.organisationId === row.institution_id

export const deliverers: readonly RoleCode[] = ['ARCHIVIST', 'INTAKE_CLERK']

/** A case limited to named persons does not exist for the desk, but for whom it lets in (`case.assign-handlers`). */
export const deliveryDesk: NonEmpty<Grant<Pick<Issued, 'case'>>> = [
  { role: 'ARCHIVIST', only: ofInstitution, denial: desk },
  { role: 'INTAKE_CLERK', only: ofInstitution, denial: desk },
]

const clientOnly = '只有委托方可以签收'
const ofClient = (actor: Actor, { case: row }: Pick<Issued, 'case'>) =>
  actor.organisationId === row.entrusting_organisation_id

export const client: NonEmpty<Grant<Pick<Issued, 'case'>>> = [
  { role: 'ENTRUSTING_OFFICER', only: ofClient, denial: clientOnly },
  { role: 'PARTY_REPRESENTATIVE', only: ofClient, denial: clientOnly },
]

export const headOfInstitution: NonEmpty<Grant<Pick<Issued, 'case'>>> = [
  { role: 'INSTITUTION_HEAD', only: ofInstitution, denial: '只有受理机构的负责人可以办理' },
]

export const registryDesk: NonEmpty<Grant<Pick<Issued, 'case'>>> = [
  { role: 'INSTITUTION_HEAD', only: ofInstitution, denial: '只有受理机构的负责人或管理员可以办理' },
  { role: 'INSTITUTION_ADMIN', only: ofInstitution, denial: '只有受理机构的负责人或管理员可以办理' },
]
