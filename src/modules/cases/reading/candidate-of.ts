import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import { ipType } from '#law/terms/ip-type.ts'
import type { RoleCode } from '#law/terms/role.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { type AppraiserQualification, appraiserQualification } from '#modules/directory/module.ts'
import type { Candidate } from '../rules/team.ts'
import type { CaseRow, FrozenQualification } from '../store.ts'

type Concerning = Pick<CaseRow, 'institution_id' | 'ip_type' | 'field'>

/** A person as he could serve in a case at this moment: organisation, roles, and what the directory says of him. */
export async function candidateOf(
  db: ReadDb,
  row: Concerning,
  accountId: string,
  on: Date,
): Promise<Candidate & { readonly snapshot: FrozenQualification }> {
  const account = await db
    .selectFrom('account')
    .select(['id', 'name', 'organisation_id', 'state'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!account) throw new Problem('not-found', '没有这个人员，请重新选择。')
  const roles = await db
    .selectFrom('account_role')
    .select('role')
    .where('account_id', '=', accountId)
    .execute()
  const found = await appraiserQualification(db, accountId, { ipType: row.ip_type, field: row.field, on })
  return {
    accountId,
    name: account.name,
    ofInstitution: account.organisation_id === row.institution_id && account.state === 'active',
    roles: roles.map(({ role }) => role),
    ...verdict(found, row),
    snapshot: {
      title: found.appraiser?.title ?? '',
      practiceNo: found.appraiser?.practiceNo ?? '',
      fields: found.appraiser?.fields ?? [],
      on: beijingDate(on),
    },
  }
}

function verdict({ appraiser, active, inField }: AppraiserQualification, row: Concerning) {
  if (!appraiser) return { qualified: false, because: '名录中没有登记为鉴定人' }
  if (appraiser.institutionId !== row.institution_id) return { qualified: false, because: '在其他机构执业' }
  if (!active) return { qualified: false, because: '目前暂停执业或者尚未开始执业' }
  if (inField) return { qualified: true, because: '' }
  const field = technicalField.label(row.field)
  return { qualified: false, because: `登记的专业不含${ipType.label(row.ip_type)}的“${field}”` }
}

/** The people of the institution who hold one of the roles, by name. */
export function holdersOf(
  db: ReadDb,
  institutionId: string,
  ...roles: readonly RoleCode[]
): Promise<{ accountId: string; name: string }[]> {
  return db
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .select(['account.id as accountId', 'account.name'])
    .where('organisation_id', '=', institutionId)
    .where('state', '=', 'active')
    .where('role', 'in', roles)
    .distinct()
    .orderBy('account.name')
    .execute()
}
