import { addScope, registerAppraiser, registerInstitution } from '#modules/directory/contract/institutions.ts'
import {
  changePassword,
  createAccount,
  createFirstAdministrator,
  createOrganisation,
  openSession,
} from '#modules/identity/contract.ts'
import { administrator, auditor, type CastOrganisation, type CastPerson, cast, password } from './cast.ts'
import { type Client, client, type Door } from './client.ts'
import { enterKnown } from './standards.ts'

export interface People {
  /** Account id by login. */
  readonly accounts: Readonly<Record<string, string>>
  /** Organisation id by key of the cast. */
  readonly organisations: Readonly<Record<string, string>>
}

const wholeCast = Object.entries<CastOrganisation>(cast)

/** Fills an empty platform with the cast on the day that it says it is, each act done by whoever may do it, over the same door as everyone. */
export async function populate(door: Door, setupCode: string, today: string): Promise<People> {
  const admin = client(door)
  const { login, name, organisationName } = administrator
  const first = await admin.call(createFirstAdministrator, {
    setupCode,
    login,
    name,
    organisationName,
    password,
  })
  await admin.call(openSession, { login, password })
  const accounts: Record<string, string> = { [login]: first.body.accountId }
  const organisations: Record<string, string> = { platform: first.body.organisationId }

  async function enlist(organisationId: string, account: string, person: CastPerson): Promise<void> {
    const { body } = await admin.call(createAccount, {
      organisationId,
      login: account,
      name: person.name,
      title: person.title,
      roles: [...person.roles],
    })
    accounts[account] = body.accountId
    const own = client(door)
    await own.call(openSession, { login: account, password: body.initialPassword })
    await own.call(changePassword, { current: body.initialPassword, password })
  }

  for (const [key, { kind, name: shown, unifiedSocialCreditCode, region }] of wholeCast) {
    const { body } = await admin.call(createOrganisation, {
      kind,
      name: shown,
      unifiedSocialCreditCode,
      region,
    })
    organisations[key] = body.organisationId
  }
  // Everyone at once: hashing the passwords takes nearly all of the time, and is done by as many threads as there are.
  await Promise.all([
    enlist(organisations.platform ?? '', auditor.login, auditor),
    ...wholeCast.flatMap(([key, { people }]) =>
      Object.entries(people).map(([account, person]) => enlist(organisations[key] ?? '', account, person)),
    ),
  ])
  await list(door, accounts, organisations)
  await enterKnown(await signedIn(door, 'association'), { until: today })
  return { accounts, organisations }
}

/** What each institution is listed for. */
const scopes = {
  jia: ['PATENT_INVENTION', 'PATENT_UTILITY_MODEL'],
  yi: ['TRADEMARK'],
  bing: ['PATENT_DESIGN', 'LAYOUT_DESIGN'],
} as const

/** The national office lists the institutions; their administrators register the appraisers. */
async function list(door: Door, accounts: People['accounts'], organisations: People['organisations']) {
  const cnipa = await signedIn(door, 'cnipa')
  const listed: readonly [keyof typeof scopes, string, string][] = [
    ['jia', '甲鉴', '440000'],
    ['yi', '乙鉴', '310000'],
    ['bing', '丙鉴', '510000'],
  ]
  for (const [key, shortName, region] of listed) {
    const id = organisations[key] ?? ''
    await cnipa.call(registerInstitution, {
      id,
      shortName,
      region,
      personInCharge: accounts[`${key}-head`] ?? '',
    })
    const types = scopes[key]
    for (const ipType of types) await cnipa.call(addScope, { id, ipType })
    const admin = await signedIn(door, `${key}-admin`)
    for (const n of [1, 2, 3])
      await admin.call(registerAppraiser, {
        accountId: accounts[`${key}-appraiser${n}`] ?? '',
        // The third is out of the field on purpose: teams that name him are refused.
        fields: (n === 3 && key === 'jia' ? (['TRADEMARK'] as const) : types).map((ipType) => ({ ipType })),
      })
  }
}

export async function signedIn(door: Door, login: string): Promise<Client> {
  const own = client(door)
  await own.call(openSession, { login, password })
  return own
}
