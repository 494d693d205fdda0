import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { type CaseRow, formOfCase, lockCase, rolesInCase, visibleCase } from '#modules/cases/module.ts'
import { citable } from '#modules/materials/module.ts'
import type { ListedMaterial } from '../rules/chart.ts'
import { type Insight, seesDraft } from '../rules/who.ts'
import { answersOf, claimsOf, rowsOf, sectionsOf } from '../store.ts'

export interface AtCase {
  readonly case: CaseRow
  readonly duties: readonly string[]
}

const missing = () => new Problem('not-found', '没有这个案件的比对表或草稿，或者您无权查看。')

/** The case locked for a deed on its chart or draft; to people outside the work it does not exist. */
export async function lockWork(tx: Tx, id: string, actor: Actor, insight: Insight): Promise<AtCase> {
  const row = await lockCase(tx, id, actor)
  return known(tx, row, actor, insight)
}

/** As `lockWork`, for a question. */
export async function visibleWork(db: ReadDb, id: string, actor: Actor, insight: Insight): Promise<AtCase> {
  return known(db, await visibleCase(db, id, actor), actor, insight)
}

async function known(db: ReadDb, row: CaseRow, actor: Actor, insight: Insight): Promise<AtCase> {
  const duties = await rolesInCase(db, row.id, actor.accountId)
  if (!seesDraft(actor, { case: row, duties }, insight)) throw missing()
  return { case: row, duties }
}

export interface TeamMember {
  readonly accountId: string
  readonly name: string
  readonly lead: boolean
}

/** The appraisers at work now, the lead first: those who vote and sign, and nobody else (O-04). */
export async function appraisersOf(db: ReadDb, caseId: string): Promise<readonly TeamMember[]> {
  const members = await db
    .selectFrom('case_member')
    .innerJoin('account', 'account.id', 'case_member.account_id')
    .select(['case_member.account_id as accountId', 'account.name', 'case_member.lead'])
    .where('case_member.case_id', '=', caseId)
    .where('case_member.left_at', 'is', null)
    .orderBy('case_member.lead', 'desc')
    .orderBy('case_member.joined_at')
    .execute()
  return members
}

export async function reviewersOf(db: ReadDb, caseId: string) {
  return db
    .selectFrom('case_assignment')
    .innerJoin('account', 'account.id', 'case_assignment.account_id')
    .select(['case_assignment.account_id as accountId', 'account.name'])
    .where('case_assignment.case_id', '=', caseId)
    .where('case_assignment.duty', '=', 'REVIEWER')
    .where('case_assignment.ended_at', 'is', null)
    .orderBy('case_assignment.assigned_at')
    .execute()
}

/** Everything that the rules of the chart are judged on. */
export async function chartFacts(db: ReadDb, { case: row }: AtCase) {
  const [claims, rows, appraisers, materials] = [
    await claimsOf(db, row.id),
    await rowsOf(db, row.id),
    await appraisersOf(db, row.id),
    await materialsOf(db, row.id),
  ]
  return { claims, rows, appraisers, materials }
}

/** The chart and the written parts, as the rules of submission look at them. */
export async function draftFacts(db: ReadDb, at: AtCase) {
  const chart = await chartFacts(db, at)
  const form = await formOfCase(db, at.case.id)
  const [sections, answers] = [await sectionsOf(db, at.case.id), await answersOf(db, at.case.id)]
  return {
    ...chart,
    form,
    sections: sections.map((each) => ({
      section: each.section,
      about: each.about,
      text: each.text,
      version: each.version,
      savedBy: each.saved_by_name,
      savedAt: each.saved_at.toISOString(),
    })),
    answers: form.questions.map(({ no, text: question }) => {
      const saved = answers.find((each) => each.question_no === no)
      return {
        no,
        question,
        text: saved?.text ?? '',
        concerns: saved?.concerns ?? [],
        version: saved?.version ?? 0,
        savedBy: saved?.saved_by_name ?? '',
        savedAt: saved?.saved_at.toISOString() ?? null,
      }
    }),
  }
}

/** Materials of the case as people call them: `材料3`. */
export async function materialsOf(db: ReadDb, caseId: string): Promise<readonly ListedMaterial[]> {
  const listed = await citable(db, caseId)
  return listed.map(({ id, no, name, citable, why }) => ({ id, no: `材料${no}`, name, citable, why }))
}
