import type { SqlBool } from 'kysely'
import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { organisationOf } from '#modules/identity/module.ts'
import type { AssessmentRow } from '../store.ts'

export const assessmentColumns = [
  'conformity_assessment.id',
  'conformity_assessment.state',
  'institution_id',
  'province',
  'standard_id',
  'version_no',
  'conformity_assessment.ip_types',
  'opened_by',
  'opened_at',
  'statement',
  'submitted_by',
  'submitted_at',
  'visit_on',
  'report',
  'reported_by',
  'reported_at',
  'decided_by',
  'decided_at',
  'reason',
] as const

/** Two digits of the province of the actor's organisation; null where it has none. */
export async function provinceOfActor(db: ReadDb, actor: Actor): Promise<string | null> {
  if (actor.organisationId === null) return null
  return (await organisationOf(db, actor.organisationId)).region?.slice(0, 2) ?? null
}

/**
 * Which assessments a person may know of: the institution's own office, the associations and authorities in charge, and
 * whoever was named to assess. For everybody else they do not exist.
 */
export function knownAssessments(actor: Actor, actorProvince: string | null): RawBuilder<SqlBool> {
  const has = (...roles: readonly string[]) => roles.some((role) => actor.roles.includes(role))
  if (has('ASSOCIATION_SECRETARY', 'CNIPA_OFFICER', 'AUDITOR')) return sql<SqlBool>`true`
  const office = has('INSTITUTION_ADMIN', 'INSTITUTION_HEAD') ? actor.organisationId : null
  const province = has('LOCAL_ASSOCIATION_SECRETARY', 'PROVINCIAL_OFFICER') ? actorProvince : null
  return sql<SqlBool>`(conformity_assessment.institution_id = ${office}::uuid
    or conformity_assessment.province = ${province}
    or exists (select from conformity_assessor a
      where a.assessment_id = conformity_assessment.id and a.account_id = ${actor.accountId}::uuid))`
}

/** An assessment for a deed, locked, with what the relations ask for; invisible ones are not there. */
export async function lockAssessment(tx: Tx, id: string, actor: Actor) {
  const actorProvince = await provinceOfActor(tx, actor)
  const assessment = await tx
    .selectFrom('conformity_assessment')
    .select(assessmentColumns)
    .where('conformity_assessment.id', '=', id)
    .where(knownAssessments(actor, actorProvince))
    .forUpdate()
    .executeTakeFirst()
  if (!assessment) throw new Problem('not-found', '没有这次贯标评定，或者您无权查看。')
  return { assessment, ...(await relationsOf(tx, assessment)), actorProvince }
}

async function relationsOf(db: ReadDb, { id, institution_id, province }: AssessmentRow) {
  const rows = await db
    .selectFrom('conformity_assessor')
    .select(['account_id', 'released_at'])
    .where('assessment_id', '=', id)
    .execute()
  return {
    institutionId: institution_id,
    province,
    assessors: rows.filter(({ released_at }) => released_at === null).map(({ account_id }) => account_id),
    everAssessed: rows.map(({ account_id }) => account_id),
  }
}

/** The clauses that an assessment goes through, in order, with both verdicts and the number of findings about each. */
export async function assessedClauses(
  db: ReadDb,
  { id, standard_id, version_no }: Pick<AssessmentRow, 'id' | 'standard_id' | 'version_no'>,
) {
  return db
    .selectFrom('standard_clause as clause')
    .leftJoin('conformity_clause as answer', (join) =>
      join.onRef('answer.clause_id', '=', 'clause.id').on('answer.assessment_id', '=', id),
    )
    .select((of) => [
      'clause.id',
      'clause.no',
      'heading',
      'says',
      'confirmed',
      'own_verdict as own',
      'own_note',
      'seen_verdict as seen',
      'seen_note',
      of
        .selectFrom('conformity_finding')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('assessment_id', '=', id)
        .whereRef('conformity_finding.clause_id', '=', 'clause.id')
        .as('found'),
    ])
    .where('clause.standard_id', '=', standard_id)
    .where('clause.version_no', '=', version_no)
    .where('bearing', '=', 'INSTITUTION')
    .orderBy('place')
    .execute()
    .then((rows) => rows.map(({ found, ...row }) => ({ ...row, findings: Number(found ?? 0) })))
}

/** A finding for a deed, locked, with the assessment that it belongs to. */
export async function lockFinding(tx: Tx, id: string, actor: Actor) {
  const finding = await tx
    .selectFrom('conformity_finding')
    .select(['id', 'state', 'assessment_id', 'no', 'due_on'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!finding) throw new Problem('not-found', '没有这个不符合项，或者您无权查看。')
  return { finding, ...(await lockAssessment(tx, finding.assessment_id, actor)) }
}
