import { type SqlBool, sql } from 'kysely'
import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { EntrustingType } from '#law/terms/entrusting-type.ts'
import type { RoleCode } from '#law/terms/role.ts'
import type { OrganisationKind } from './contract.ts'

export interface OrganisationRow {
  id: string
  kind: OrganisationKind
  name: string
  unified_social_credit_code: string | null
  region: string | null
  entrusting_type: EntrustingType | null
  demonstration: boolean
}

export interface AccountRow {
  id: string
  organisation_id: string
  login: string
  name: string
  title: string | null
  contact: string | null
  password_hash: string
  must_change_password: boolean
  /** Sealed: see credentials/one-time-code.ts. */
  totp_secret: string | null
  totp_confirmed_at: Date | null
  totp_last_step: number | null
  state: 'active' | 'disabled'
  opened_at: Date
  credentials: 'own' | 'reset'
  /** Who reset them last; null once a second person has confirmed it. */
  reset_by: string | null
  reset_at: Date | null
}

declare module '#kernel/tables.ts' {
  interface Tables {
    organisation: OrganisationRow
    account: AccountRow
    account_role: { account_id: string; role: RoleCode; granted_at: Date; granted_by: string | null }
    session: {
      token_sha256: Uint8Array
      id: string
      account_id: string
      opened_at: Date
      last_seen_at: Date
      stepped_up_at: Date | null
      expires_at: Date
      ended_at: Date | null
    }
  }
}

const accountColumns = [
  'id',
  'organisation_id',
  'login',
  'name',
  'title',
  'contact',
  'password_hash',
  'must_change_password',
  'totp_secret',
  'totp_confirmed_at',
  'totp_last_step',
  'state',
  'opened_at',
  'credentials',
  'reset_by',
  'reset_at',
] as const

/** Locked, so that two sign-ins cannot use the same one-time code. */
export async function lockAccountByLogin(tx: Tx, login: string): Promise<AccountRow | undefined> {
  return tx
    .selectFrom('account')
    .select(accountColumns)
    .where(sql<SqlBool>`lower(login) = lower(${login})`)
    .forUpdate()
    .executeTakeFirst()
}

/** The signed-in person's own account, locked. */
export async function lockOwnAccount(tx: Tx, actor: Actor): Promise<AccountRow> {
  if (!actor.accountId) throw new Problem('unauthenticated', '请先登录。')
  return tx
    .selectFrom('account')
    .select(accountColumns)
    .where('id', '=', actor.accountId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** An account that the actor administers, locked; accounts of other organisations do not exist for him. */
export async function lockAdministeredAccount(tx: Tx, id: string, actor: Actor) {
  const account = await tx
    .selectFrom('account')
    .select(accountColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!account || !(actor.roles.includes('SYSTEM_ADMIN') || account.organisation_id === actor.organisationId))
    throw new Problem('not-found', '没有这个账号，或者它属于其他单位。')
  const organisation = await organisationOf(tx, account.organisation_id)
  return { account, organisation, institutionId: account.organisation_id }
}

export async function organisationOf(db: ReadDb, id: string): Promise<OrganisationRow> {
  const row = await db
    .selectFrom('organisation')
    .select([
      'id',
      'kind',
      'name',
      'unified_social_credit_code',
      'region',
      'entrusting_type',
      'demonstration',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', '没有这个单位，请核对后重新选择。')
  return row
}

export async function anyAccountExists(db: ReadDb): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined
}

export async function rolesOf(db: ReadDb, accountId: string): Promise<readonly RoleCode[]> {
  const held = await db
    .selectFrom('account_role')
    .select('role')
    .where('account_id', '=', accountId)
    .execute()
  return held.map(({ role }) => role)
}

export async function grantRoles(
  tx: Tx,
  grant: { accountId: string; roles: readonly RoleCode[]; at: Date; by: string | null },
): Promise<void> {
  await tx.deleteFrom('account_role').where('account_id', '=', grant.accountId).execute()
  const rows = [...new Set(grant.roles)].map((role) => ({
    account_id: grant.accountId,
    role,
    granted_at: grant.at,
    granted_by: grant.by,
  }))
  await tx.insertInto('account_role').values(rows).execute()
}

interface NewAccount
  extends Pick<AccountRow, 'id' | 'organisation_id' | 'login' | 'name' | 'title' | 'contact'> {
  readonly password_hash: string
  readonly must_change_password: boolean
}

/** Opens an account with its roles; a login that someone has already is refused. */
export async function insertAccount(
  tx: Tx,
  account: NewAccount,
  granted: { roles: readonly RoleCode[]; at: Date; by: string | null },
): Promise<void> {
  const inserted = await tx
    .insertInto('account')
    .values({
      ...account,
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      state: 'active',
      opened_at: granted.at,
      credentials: 'own',
      reset_by: null,
      reset_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted)
    throw new Problem('malformed', `登录名“${account.login}”已被使用。`, {
      issues: [{ path: 'login', detail: '登录名已被使用，请换一个' }],
    })
  await grantRoles(tx, { accountId: account.id, ...granted })
}
