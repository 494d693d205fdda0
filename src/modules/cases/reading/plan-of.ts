import type { ReadDb } from '#kernel/capabilities.ts'
import type { ShownRecord } from '../contract/plan.ts'
import type { Plan } from '../rules/plan.ts'
import type { StepState } from '../rules/records.ts'

export async function planOf(db: ReadDb, caseId: string): Promise<Plan | undefined> {
  const row = await db
    .selectFrom('case_plan')
    .select(['version', 'steps', 'consent'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row && { version: row.version, steps: row.steps, consented: row.consent !== null }
}

/** Every step of the plan with how often it was recorded and whether it was waived. */
export async function stepStates(db: ReadDb, caseId: string): Promise<readonly StepState[]> {
  const plan = await planOf(db, caseId)
  const records = await recordsOf(db, caseId)
  const waivers = await db
    .selectFrom('case_step_waiver')
    .select('step_no')
    .where('case_id', '=', caseId)
    .execute()
  return (plan?.steps ?? []).map(({ no }) => ({
    no,
    records: records.filter(({ stepNo }) => stepNo === no).length,
    waived: waivers.some(({ step_no }) => step_no === no),
  }))
}

/** The process records in the order in which they were signed. */
export async function recordsOf(db: ReadDb, caseId: string): Promise<readonly ShownRecord[]> {
  const rows = await db
    .selectFrom('case_record')
    .innerJoin('account', 'account.id', 'recorded_by')
    .select(['no', 'step_no', 'corrects', 'content', 'recorded_at', 'account.name'])
    .where('case_id', '=', caseId)
    .orderBy('no')
    .execute()
  return rows.map(({ no, step_no, corrects, content, recorded_at, name }) => ({
    ...content,
    no,
    stepNo: step_no,
    corrects,
    correctedBy: rows.findLast((later) => later.corrects === no)?.no ?? null,
    recordedBy: name,
    recordedAt: recorded_at.toISOString(),
  }))
}
