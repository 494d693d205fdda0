import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { possible } from '#kernel/lifecycle.ts'
import { type RoleCode, role } from '#law/terms/role.ts'
import { type Door, openDoor, violated } from '#testing/door.ts'
import {
  type Administrator,
  firstAdministrator,
  organisation,
  person,
  type Someone,
} from '#testing/people.ts'
import {
  changeRoles,
  createAccount,
  createOrganisation,
  disableAccount,
  enableAccount,
  listAccounts,
  listOrganisations,
  me,
  type OrganisationKind,
  organisationKind,
  resetPassword,
} from '../contract.ts'
import { accountLife } from '../lifecycle.ts'
import { rolesOfOrganisation } from '../rules.ts'

let door: Door
let root: Administrator
let admin: Someone
let otherAdmin: Someone
let clerk: Someone
const organisations: Partial<Record<OrganisationKind, string>> = {}

beforeAll(async () => {
  door = await openDoor()
  root = await firstAdministrator(door)
  for (const kind of ['institution', 'national-office', 'association', 'court'] as const)
    organisations[kind] = await organisation(root, kind, `${organisationKind.label(kind)}一`)
  const other = await organisation(root, 'institution', '乙鉴定所')
  const open = (organisationId: string | undefined, login: string, held: RoleCode) =>
    person(door, root, { organisationId: organisationId ?? '', login, name: login, roles: [held] })
  admin = await open(organisations.institution, 'admin-a', 'INSTITUTION_ADMIN')
  otherAdmin = await open(other, 'admin-b', 'INSTITUTION_ADMIN')
  clerk = await open(organisations.institution, 'clerk-a', 'INTAKE_CLERK')
})
afterAll(() => door.close())

let made = 0
function staff(kind: OrganisationKind, roles: readonly RoleCode[]) {
  made += 1
  return { organisationId: organisations[kind], login: `staff-${made}`, name: '某人', roles }
}

describe('who opens accounts', () => {
  it.each([
    ['the public', () => door.browser(), 401],
    ['an intake clerk', () => clerk, 403],
    ['the administrator of another institution', () => otherAdmin, 403],
    ['the institution’s administrator', () => admin, 200],
    ['a system administrator', () => root, 200],
  ])('answers %s', async (_, who, status) => {
    const answer = await who().post(createAccount, staff('institution', ['ARCHIVIST']))
    expect(answer.status).toBe(status)
    expect(answer.traceIndex === null).toBe(status !== 200)
  })

  it('does not give one login to two people, whatever the case of its letters', async () => {
    const taken = { ...staff('institution', ['ARCHIVIST']), login: 'Clerk-A' }
    const answer = await root.post(createAccount, taken)
    expect(answer).toMatchObject({ status: 400, body: { issues: [{ path: 'login' }] } })
  })
})

describe('separations between roles', () => {
  it.each<[string, OrganisationKind, RoleCode[], string[]]>([
    [
      'government and association in one hand',
      'national-office',
      ['CNIPA_OFFICER', 'ASSOCIATION_SECRETARY'],
      ['government-or-association', 'roles-fit-organisation'],
    ],
    [
      'an administrator who audits',
      'court',
      ['SYSTEM_ADMIN', 'AUDITOR'],
      ['platform-staff-apart', 'roles-fit-organisation'],
    ],
    [
      'an administrator who appraises',
      'institution',
      ['SYSTEM_ADMIN', 'APPRAISER'],
      ['platform-staff-apart', 'roles-fit-organisation'],
    ],
    ['an appraiser at a court', 'court', ['APPRAISER'], ['roles-fit-organisation']],
    [
      'an officer of the state at an institution',
      'institution',
      ['CNIPA_OFFICER'],
      ['roles-fit-organisation'],
    ],
  ])('refuses %s, when opened and when changed', async (_, kind, roles, rules) => {
    const opened = await root.post(createAccount, staff(kind, roles))
    expect(opened.status).toBe(422)
    expect(violated(opened)).toEqual(rules)
    if (kind !== 'institution') return
    const changed = await root.post(changeRoles, { id: clerk.accountId, roles, reason: '调整' })
    expect(violated(changed)).toEqual(rules)
  })

  it('has a place for every role but the public’s', () => {
    const placed = new Set(Object.values(rolesOfOrganisation).flat())
    expect(role.codes.filter((code) => !placed.has(code))).toEqual(['PUBLIC'])
  })
})

describe('administering accounts', () => {
  const deeds = [
    ['change-roles', changeRoles, { roles: ['INSTITUTION_ADMIN'], reason: '调整' }],
    ['reset-password', resetPassword, { reason: '忘记' }],
    ['disable', disableAccount, { reason: '离职' }],
  ] as const

  it.each(deeds)('nobody does %s to himself', async (_, endpoint, input) => {
    for (const self of [admin, root])
      expect((await self.post(endpoint, { id: self.accountId, ...input })).status).toBe(403)
  })

  it.each(deeds)(
    'a clerk may not do %s, and another institution’s account does not exist',
    async (_, endpoint, input) => {
      expect((await clerk.post(endpoint, { id: admin.accountId, ...input })).status).toBe(403)
      expect((await otherAdmin.post(endpoint, { id: clerk.accountId, ...input })).status).toBe(404)
    },
  )

  it('changes roles from the next request on', async () => {
    const roles = ['INTAKE_CLERK', 'ARCHIVIST']
    const answer = await admin.post(changeRoles, { id: clerk.accountId, roles, reason: '兼任档案' })
    expect(answer.status).toBe(200)
    expect((await clerk.get(me)).body.roles.toSorted()).toEqual(roles.toSorted())
  })

  it('does not enable what is in use', async () => {
    const answer = await admin.post(enableAccount, { id: clerk.accountId, reason: '误操作' })
    expect(answer).toMatchObject({ status: 409 })
    expect(answer.body.detail).toContain('使用中')
  })

  it('says beforehand what may be done to an account and why not', async () => {
    const response = await door.app.request(`/api/accounts/${admin.accountId}/can`, {
      headers: { cookie: `mingjian=${admin.cookie()}` },
    })
    const can: Record<string, { ok: boolean; because: string }> = await response.json()
    expect(can['account.disable']).toMatchObject({ ok: false, because: expect.stringContaining('自己') })
  })

  it('lists one’s own people to an administrator, anyone’s to the platform, nobody’s to a clerk', async () => {
    const logins = async (who: Someone, query = {}) => {
      const { body } = await who.get(listAccounts, query)
      return body.accounts?.map(({ login }: { login: string }) => login)
    }
    expect(await logins(admin)).toEqual(expect.arrayContaining(['admin-a', 'clerk-a']))
    expect(await logins(admin)).not.toContain('admin-b')
    const organisationId = organisations.institution ?? ''
    expect((await otherAdmin.get(listAccounts, { organisationId })).status).toBe(404)
    expect(await logins(root, { organisationId })).toContain('clerk-a')
    expect((await clerk.get(listAccounts)).status).toBe(403)
    const text = JSON.stringify((await admin.get(listAccounts)).body)
    expect(text).not.toMatch(/argon2|totp_secret/)
  })
})

describe('organisations', () => {
  it.each([
    [
      'a wrong credit code',
      { unifiedSocialCreditCode: '91440101MA5XXXXXX0' },
      'organisation-credit-code-valid',
    ],
    ['a region that does not exist', { region: '990000' }, 'organisation-region-valid'],
    ['a court that is a customs office', { entrustingType: 'CUSTOMS' }, 'entrusting-type-fits-organisation'],
  ])('refuses %s', async (_, change, rule) => {
    const answer = await root.post(createOrganisation, { kind: 'court', name: '某法院', ...change })
    expect(answer.status).toBe(422)
    expect(violated(answer)).toEqual([rule])
  })

  it('enters each name once, by the system administrator alone', async () => {
    const court = { kind: 'court', name: '某知识产权法院', region: '440100', entrustingType: 'COURT_CIVIL' }
    expect((await admin.post(createOrganisation, court)).status).toBe(403)
    expect((await root.post(createOrganisation, court)).status).toBe(200)
    expect((await root.post(createOrganisation, court)).status).toBe(400)
    const { body } = await root.get(listOrganisations, { kind: 'court' })
    expect(body.organisations).toContainEqual(
      expect.objectContaining({ name: '某知识产权法院', entrustingType: 'COURT_CIVIL', demonstration: true }),
    )
    expect((await clerk.get(listOrganisations)).status).toBe(403)
  })
})

describe('the account’s life', () => {
  it('is the same in the table and in the database', async () => {
    const [row] = await door.look(
      `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'account_state_check'`,
    )
    const stored = [...row.definition.matchAll(/'([a-z]+)'/g)].map(([, state]) => state)
    expect(stored.toSorted()).toEqual(
      Object.keys(accountLife.states)
        .filter((state) => state !== accountLife.initial)
        .toSorted(),
    )
    expect(possible(accountLife, 'disabled')).toEqual(['enable'])
  })
})
