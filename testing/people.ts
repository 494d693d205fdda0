import {
  changePassword,
  confirmTotp,
  createAccount,
  createFirstAdministrator,
  createOrganisation,
  enrolTotp,
  type OrganisationKind,
  openSession,
} from '#modules/identity/contract.ts'
import { type Browser, codeAt, type Door } from './door.ts'

export const PASSWORD = 'canary-right-horse-battery'

/** A person at a browser, with a login, a password and an authenticator. */
export interface Someone extends Browser {
  readonly accountId: string
  readonly login: string
  readonly secret: string
}

function succeeded<T extends { status: number; body: unknown }>(answer: T): T {
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer
}

async function bindAuthenticator(door: Door, browser: Browser, password: string): Promise<string> {
  const { secret } = succeeded(await browser.post(enrolTotp, { password })).body
  door.clock.advance(60_000)
  succeeded(await browser.post(confirmTotp, { code: codeAt(secret, door.clock.now()) }))
  door.clock.advance(60_000)
  return secret
}

export interface Administrator extends Someone {
  readonly organisationId: string
}

/** What whoever starts the server fills in first. */
export const setup = (door: Door) => ({
  setupCode: door.setupCode,
  organisationName: '平台运行中心',
  login: 'root-admin',
  name: '管理员',
  password: PASSWORD,
})

/** Sets the platform up and gives its first administrator, signed in. */
export async function firstAdministrator(door: Door): Promise<Administrator> {
  return administratorOf(
    door,
    succeeded(await door.browser().post(createFirstAdministrator, setup(door))).body,
  )
}

/** Lets the first administrator, just created, do what he must do first. */
export async function administratorOf(
  door: Door,
  { accountId, organisationId }: { accountId: string; organisationId: string },
): Promise<Administrator> {
  const browser = door.browser()
  const { login } = setup(door)
  succeeded(await browser.post(openSession, { login, password: PASSWORD }))
  const secret = await bindAuthenticator(door, browser, PASSWORD)
  return { ...browser, accountId, login, secret, organisationId }
}

export async function organisation(
  administrator: Browser,
  kind: OrganisationKind,
  name: string,
): Promise<string> {
  return succeeded(await administrator.post(createOrganisation, { kind, name })).body.organisationId
}

/** Opens an account and lets its holder do what he must do first. */
export async function person(
  door: Door,
  by: Browser,
  account: { organisationId: string; login: string; name: string; roles: readonly string[] },
): Promise<Someone> {
  const { accountId, initialPassword } = succeeded(await by.post(createAccount, account)).body
  const browser = door.browser()
  succeeded(await browser.post(openSession, { login: account.login, password: initialPassword }))
  succeeded(await browser.post(changePassword, { current: initialPassword, password: PASSWORD }))
  const secret = await bindAuthenticator(door, browser, PASSWORD)
  return { ...browser, accountId, login: account.login, secret }
}
