import type { ReadDb } from '#kernel/capabilities.ts'
import { conformityOnRecord } from '#modules/standards/module.ts'
import type { AppraiserBody, InstitutionBody } from '../contract/register.ts'
import { competenceOf } from '../qualification/competence.ts'

/** The public particulars of an institution as the tables have them; scope items ended before that day are left out. */
export async function institutionBodyOf(db: ReadDb, id: string, today: string): Promise<InstitutionBody> {
  const row = await db
    .selectFrom('institution')
    .innerJoin('organisation', 'organisation.id', 'institution.id')
    .innerJoin('account', 'account.id', 'institution.person_in_charge')
    .select([
      'directory_no as number',
      'organisation.name',
      'unified_social_credit_code as creditCode',
      'institution.region',
      'institution.state',
      'address',
      'telephone',
      'account.name as personInCharge',
      'institution.reason',
      'listed_from as listedFrom',
      'term_until as termUntil',
      'barred_until as barredUntil',
      'former_names as formerNames',
      'fee_basis as feeBasis',
      'court_lists as courtLists',
      'successors',
      'demonstration',
    ])
    .where('institution.id', '=', id)
    .executeTakeFirstOrThrow()
  const scopes = await db
    .selectFrom('institution_scope')
    .select(['ip_type', 'wipo_field', 'kind', 'valid_from', 'valid_until', 'state'])
    .where('institution_id', '=', id)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', today)]))
    .orderBy('ip_type')
    .orderBy('wipo_field')
    .orderBy('valid_from')
    .execute()
  return {
    v: 1,
    kind: 'institution',
    ...row,
    scope: scopes.map((scope) => ({
      ...competenceOf(scope),
      kind: scope.kind,
      from: scope.valid_from,
      until: scope.valid_until,
      state: scope.state,
    })),
    conformity: (await conformityOnRecord(db, id)).map(({ ipTypes: _, ...certificate }) => certificate),
    grade: null,
  }
}

/** The public particulars of an appraiser as the tables have them. */
export async function appraiserBodyOf(db: ReadDb, id: string): Promise<AppraiserBody> {
  const row = await db
    .selectFrom('appraiser')
    .innerJoin('account', 'account.id', 'appraiser.id')
    .innerJoin('institution', 'institution.id', 'appraiser.institution_id')
    .select([
      'practice_no as number',
      'account.name',
      'appraiser.title',
      'directory_no as institution',
      'since',
      'appraiser.state',
      'appraiser.reason',
      'qualifications',
    ])
    .where('appraiser.id', '=', id)
    .executeTakeFirstOrThrow()
  const fields = await db
    .selectFrom('appraiser_field')
    .select(['ip_type', 'wipo_field'])
    .where('appraiser_id', '=', id)
    .orderBy('ip_type')
    .orderBy('wipo_field')
    .execute()
  return {
    v: 1,
    kind: 'appraiser',
    ...row,
    fields: fields.map(competenceOf),
  }
}
