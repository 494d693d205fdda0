import type { z } from 'zod'
import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { listedAppraiser } from '../contract/institutions.ts'
import { type Asked, competenceOf, covers } from './competence.ts'

export type ListedAppraiser = z.output<typeof listedAppraiser>

/** All registered appraisers of an institution, whatever their state, by name. */
export async function appraisersOf(db: ReadDb, institutionId: string): Promise<readonly ListedAppraiser[]> {
  const rows = await appraiserRows(db).where('institution_id', '=', institutionId).orderBy('name').execute()
  return Promise.all(rows.map((row) => withFields(db, row)))
}

/** Who may perform an appraisal of that kind at that moment at this institution (rule P-02). */
export async function qualifiedAppraisers(
  db: ReadDb,
  institutionId: string,
  asked: Asked,
): Promise<readonly ListedAppraiser[]> {
  const all = await appraisersOf(db, institutionId)
  return all.filter((appraiser) => {
    const { active, inField } = judge(appraiser, asked)
    return active && inField
  })
}

export interface AppraiserQualification {
  readonly accountId: string
  /** Null where the person is not registered as an appraiser anywhere. */
  readonly appraiser: ListedAppraiser | null
  /** Registered and not suspended at that moment. */
  readonly active: boolean
  /** Registered for the kind of right and the field. */
  readonly inField: boolean
}

/** The facts about one person that rule P-02 asks for. */
export async function appraiserQualification(
  db: ReadDb,
  accountId: string,
  asked: Asked,
): Promise<AppraiserQualification> {
  const row = await appraiserRows(db).where('appraiser.id', '=', accountId).executeTakeFirst()
  if (!row) return { accountId, appraiser: null, active: false, inField: false }
  const appraiser = await withFields(db, row)
  return { accountId, appraiser, ...judge(appraiser, asked) }
}

function judge(appraiser: ListedAppraiser, asked: Asked) {
  return {
    active: appraiser.state === 'ACTIVE' && appraiser.since <= beijingDate(asked.on),
    inField: appraiser.fields.some(({ ipType, field }) =>
      covers({ ip_type: ipType, wipo_field: field ?? '' }, asked),
    ),
  }
}

function appraiserRows(db: ReadDb) {
  return db
    .selectFrom('appraiser')
    .innerJoin('account', 'account.id', 'appraiser.id')
    .select([
      'appraiser.id as accountId',
      'institution_id as institutionId',
      'account.name',
      'appraiser.title',
      'practice_no as practiceNo',
      'since',
      'appraiser.state',
    ])
}

async function withFields(db: ReadDb, row: Omit<ListedAppraiser, 'fields'>): Promise<ListedAppraiser> {
  const fields = await db
    .selectFrom('appraiser_field')
    .select(['ip_type', 'wipo_field'])
    .where('appraiser_id', '=', row.accountId)
    .orderBy('ip_type')
    .orderBy('wipo_field')
    .execute()
  return { ...row, fields: fields.map(competenceOf) }
}
