import type { ReadDb } from '#kernel/capabilities.ts'

/** Where a matter of that province (two digits) is laid before an association: organisation and role of its secretaries. */
export async function associationsInCharge(
  db: ReadDb,
  province: string,
): Promise<readonly { readonly organisationId: string; readonly role: string }[]> {
  const rows = await db
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .select(['organisation.id as organisationId', 'role', 'region'])
    .distinct()
    .where('account.state', '=', 'active')
    .where('role', 'in', ['ASSOCIATION_SECRETARY', 'LOCAL_ASSOCIATION_SECRETARY'])
    .execute()
  return rows
    .filter(({ role, region }) => role === 'ASSOCIATION_SECRETARY' || region?.slice(0, 2) === province)
    .map(({ organisationId, role }) => ({ organisationId, role }))
}

/** People who may be named to assess: experts and secretaries of associations. */
export function assessorCandidates(db: ReadDb) {
  return db
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .select([
      'account.id as accountId',
      'account.name',
      'organisation.id as organisationId',
      'organisation.name as organisation',
    ])
    .distinct()
    .where('account.state', '=', 'active')
    .where('organisation.kind', '=', 'association')
    .where('role', 'in', ['EVALUATION_EXPERT', 'ASSOCIATION_SECRETARY', 'LOCAL_ASSOCIATION_SECRETARY'])
    .orderBy('account.name')
    .execute()
}
