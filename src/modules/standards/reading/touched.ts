import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'

/** Certificates in force by a text of this standard older than that version. */
export function certificatesTouched(
  db: ReadDb,
  {
    standardId,
    versionNo,
    on,
  }: { readonly standardId: string; readonly versionNo: number; readonly on: string },
) {
  return db
    .selectFrom('conformity_certificate')
    .innerJoin('organisation', 'organisation.id', 'institution_id')
    .select(['conformity_certificate.id', 'number', 'institution_id', 'organisation.name', 'valid_until'])
    .where('standard_id', '=', standardId)
    .where('version_no', '<', versionNo)
    .where('state', '=', 'IN_FORCE')
    .where('valid_until', '>=', on)
    .orderBy('number')
    .execute()
}

/** Assessments under way by a text of this standard older than that version. */
export function assessmentsTouched(
  db: ReadDb,
  { standardId, versionNo }: { readonly standardId: string; readonly versionNo: number },
) {
  return db
    .selectFrom('conformity_assessment')
    .innerJoin('organisation', 'organisation.id', 'institution_id')
    .select(['conformity_assessment.id', 'institution_id', 'organisation.name', 'state'])
    .where('standard_id', '=', standardId)
    .where('version_no', '<', versionNo)
    .where('state', 'in', ['SELF_ASSESSMENT', 'SUBMITTED', 'ON_SITE', 'REPORTED'])
    .orderBy('organisation.name')
    .execute()
}

/** How many open cases of each institution work by a plan that names the standard; which cases they are is theirs to know. */
export async function casesTouched(
  db: ReadDb,
  number: string | null,
): Promise<
  readonly { readonly institutionId: string; readonly institution: string; readonly cases: number }[]
> {
  if (number === null) return []
  const plain = number.replace(/[\s—–-]/g, '')
  const rows = await db
    .selectFrom('case_plan')
    .innerJoin('appraisal_case', 'appraisal_case.id', 'case_plan.case_id')
    .innerJoin('organisation', 'organisation.id', 'appraisal_case.institution_id')
    .select(({ fn }) => [
      'organisation.id as institutionId',
      'organisation.name as institution',
      fn.countAll<number>().as('cases'),
    ])
    .where('closed_at', 'is', null)
    .where(
      sql<boolean>`exists (select from jsonb_array_elements(case_plan.steps) step
        where regexp_replace(step->>'standardNo', '[\\s—–-]', '', 'g') = ${plain})`,
    )
    .groupBy(['organisation.id', 'organisation.name'])
    .orderBy('organisation.name')
    .execute()
  return rows.map((row) => ({ ...row, cases: Number(row.cases) }))
}
