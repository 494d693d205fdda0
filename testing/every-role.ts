import type { RoleCode } from '#law/terms/role.ts'
import {
  changePassword,
  createAccount,
  createOrganisation,
  type OrganisationKind,
  openSession,
} from '#modules/identity/contract.ts'
import { password } from './cast.ts'
import { client } from './client.ts'
import type { World } from './world.ts'

/** Someone with exactly one role, by how he stands to the case of the court at institution jia. */
export interface Principal {
  readonly login: string
  readonly role: RoleCode
  /** `assigned`: named in the case; `own`: of its institution or client; `other`: of another of the same kind, or of neither. */
  readonly stands: 'assigned' | 'own' | 'other'
}

const staff = {
  head: 'INSTITUTION_HEAD',
  admin: 'INSTITUTION_ADMIN',
  intake: 'INTAKE_CLERK',
  custodian: 'MATERIAL_CUSTODIAN',
  appraiser3: 'APPRAISER',
  assistant: 'APPRAISAL_ASSISTANT',
  reviewer2: 'REVIEWER',
  issuer2: 'AUTHORIZED_ISSUER',
  archivist: 'ARCHIVIST',
} as const satisfies Record<string, RoleCode>

const late: readonly (readonly [OrganisationKind, string, readonly RoleCode[]])[] = [
  [
    'association',
    '演示知识产权行业协会',
    [
      'ASSOCIATION_SECRETARY',
      'LOCAL_ASSOCIATION_SECRETARY',
      'DISCIPLINE_COMMITTEE',
      'EVALUATION_EXPERT',
      'CONSULTING_EXPERT',
    ],
  ],
  ['province', '演示省知识产权局', ['PROVINCIAL_OFFICER', 'LOCAL_CENTER_OFFICER']],
]

/** Everybody who can be told apart: each role alone, in the organisation of the case and in another. */
export async function everyRole(w: World): Promise<readonly Principal[]> {
  const admin = await w.as('admin')
  async function enlist(organisationId: string, login: string, role: RoleCode): Promise<void> {
    const account = { organisationId, login, name: '某人', roles: [role] }
    const { body } = await admin.call(createAccount, account)
    const own = client(async (path, init) => w.program.app.request(path, init))
    await own.call(openSession, { login, password: body.initialPassword })
    await own.call(changePassword, { current: body.initialPassword, password })
  }
  for (const key of ['jia', 'yi'])
    for (const [name, role] of [
      ['reviewer2', staff.reviewer2],
      ['issuer2', staff.issuer2],
    ] as const)
      await enlist(w.id(key), `${key}-${name}`, role)
  const outside: Principal[] = []
  for (const [kind, name, roles] of late) {
    const { body } = await admin.call(createOrganisation, { kind, name })
    for (const role of roles) {
      const login = role.toLowerCase().replaceAll('_', '-')
      await enlist(body.organisationId, login, role)
      outside.push({ login, role, stands: 'other' })
    }
  }
  const inside = Object.entries(staff).flatMap(([name, role]): Principal[] => [
    { login: `jia-${name}`, role, stands: 'own' },
    { login: `yi-${name}`, role, stands: 'other' },
  ])
  return [
    ...inside,
    { login: 'jia-appraiser1', role: 'APPRAISER', stands: 'assigned' },
    { login: 'jia-reviewer', role: 'REVIEWER', stands: 'assigned' },
    { login: 'jia-issuer', role: 'AUTHORIZED_ISSUER', stands: 'assigned' },
    { login: 'court-officer', role: 'ENTRUSTING_OFFICER', stands: 'own' },
    { login: 'agency-officer', role: 'ENTRUSTING_OFFICER', stands: 'other' },
    { login: 'party', role: 'PARTY_REPRESENTATIVE', stands: 'other' },
    { login: 'cnipa', role: 'CNIPA_OFFICER', stands: 'other' },
    { login: 'admin', role: 'SYSTEM_ADMIN', stands: 'other' },
    { login: 'auditor', role: 'AUDITOR', stands: 'other' },
    ...outside,
  ]
}
