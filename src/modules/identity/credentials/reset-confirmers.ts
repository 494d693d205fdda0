import { sql } from 'kysely'
import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import type { RoleCode } from '#law/terms/role.ts'
import type { AccountRow } from '../store.ts'

export interface Confirmer {
  readonly accountId: string
  readonly name: string
}

type Reset = Pick<AccountRow, 'id' | 'organisation_id' | 'reset_by'>

/**
 * Who may confirm a reset: the heads of the holder's institution; where it has none who could, another system
 * administrator. Never the holder, never who did the reset, never somebody whose own credentials wait to be confirmed.
 */
export async function confirmersOf(db: ReadDb, reset: Reset): Promise<readonly Confirmer[]> {
  const heads = await able(db, reset, 'INSTITUTION_HEAD')
    .where('organisation_id', '=', reset.organisation_id)
    .execute()
  return heads.length > 0 ? heads : able(db, reset, 'SYSTEM_ADMIN').execute()
}

function able(db: ReadDb, { id, reset_by }: Reset, role: RoleCode) {
  return db
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .select(['account.id as accountId', 'account.name'])
    .where('role', '=', role)
    .where('state', '=', 'active')
    .where('credentials', '=', 'own')
    .where('account.id', '!=', id)
    .where(sql<boolean>`account.id is distinct from ${reset_by}::uuid`)
    .orderBy('login')
}

interface OpenReset {
  readonly at: string
  readonly by: string
  readonly confirmers: readonly string[]
}

/** The reset of an account that waits for its confirmation; null where its credentials are its holder's own. */
export async function openResetOf(db: ReadDb, accountId: string): Promise<OpenReset | null> {
  const account = await db
    .selectFrom('account')
    .select(['id', 'organisation_id', 'credentials', 'reset_by', 'reset_at'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (account?.credentials !== 'reset') return null
  const by = await db
    .selectFrom('account')
    .select('name')
    .where('id', '=', account.reset_by)
    .executeTakeFirstOrThrow()
  const confirmers = await confirmersOf(db, account)
  return {
    at: account.reset_at?.toISOString() ?? '',
    by: by.name,
    confirmers: confirmers.map(({ name }) => name),
  }
}

/** As `openResetOf`; until this transaction ends nobody resets the account. */
export async function lockOpenReset(tx: Tx, accountId: string): Promise<OpenReset | null> {
  await tx.selectFrom('account').select('id').where('id', '=', accountId).forShare().execute()
  return openResetOf(tx, accountId)
}
