import type { ReadDb } from '#kernel/capabilities.ts'
import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { showAssessment as endpoint } from '../contract/conformity.ts'
import { assessedClauses, assessmentColumns, provinceOfActor } from '../reading/assessment.ts'
import { assessorCandidates } from '../reading/associations.ts'
import { listedAssessments } from '../reading/listed-assessments.ts'
import { issuedVersion } from '../store.ts'

/** One assessment with its clauses, findings and people, to those who may know of it. */
export const showAssessment = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, actor, input }) {
    const [listed] = await listedAssessments(db, actor, await provinceOfActor(db, actor), input.id)
    if (!listed) throw new Problem('not-found', '没有这次贯标评定，或者您无权查看。')
    const row = await db
      .selectFrom('conformity_assessment')
      .select(assessmentColumns)
      .where('id', '=', input.id)
      .executeTakeFirstOrThrow()
    const naming = ['ASSOCIATION_SECRETARY', 'LOCAL_ASSOCIATION_SECRETARY'].some((role) =>
      actor.roles.includes(role),
    )
    const { openFindings: _, ...shown } = listed
    const clauses = await assessedClauses(db, row)
    return {
      ...shown,
      versionNo: row.version_no,
      outdated: ((await issuedVersion(db, row.standard_id))?.no ?? 0) > row.version_no,
      statement: row.statement,
      visitOn: row.visit_on,
      report: row.report,
      reason: row.reason,
      decidedBy: await nameOf(db, row.decided_by),
      assessors: await assessorsOf(db, row.id),
      candidates: naming
        ? (await assessorCandidates(db)).map(({ accountId, name, organisation }) => ({
            accountId,
            name,
            organisation,
          }))
        : [],
      clauses: clauses.map(({ own, own_note, seen, seen_note, findings: _n, ...clause }) => ({
        ...clause,
        own: own === null ? null : { verdict: own, note: own_note ?? '' },
        seen: seen === null ? null : { verdict: seen, note: seen_note ?? '' },
      })),
      findings: await findingsOf(db, row.id),
    }
  },
})

async function nameOf(db: ReadDb, accountId: string | null): Promise<string | null> {
  if (accountId === null) return null
  const row = await db.selectFrom('account').select('name').where('id', '=', accountId).executeTakeFirst()
  return row?.name ?? null
}

function assessorsOf(db: ReadDb, assessmentId: string) {
  return db
    .selectFrom('conformity_assessor')
    .innerJoin('account', 'account.id', 'conformity_assessor.account_id')
    .select(['account.id as accountId', 'name'])
    .where('assessment_id', '=', assessmentId)
    .where('released_at', 'is', null)
    .orderBy('name')
    .execute()
}

function findingsOf(db: ReadDb, assessmentId: string) {
  return db
    .selectFrom('conformity_finding')
    .innerJoin('standard_clause', 'standard_clause.id', 'conformity_finding.clause_id')
    .select([
      'conformity_finding.id',
      'conformity_finding.no',
      'state',
      'standard_clause.no as clauseNo',
      'gravity',
      'observation',
      'due_on as dueOn',
      'correction',
      'judgement',
    ])
    .where('assessment_id', '=', assessmentId)
    .orderBy('conformity_finding.no')
    .execute()
}
