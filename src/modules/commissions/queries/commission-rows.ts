import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { knownTo } from '#modules/matters/module.ts'
import { intakeDue } from '../rules/intake-clock.ts'
import { type CommissionState, supplementsOf } from '../store.ts'

/** Commissions that the actor may see, under every list and count. */
export function visibleCommissions(db: ReadDb, actor: Actor) {
  return db
    .selectFrom('commission')
    .innerJoin('organisation as entrusting', 'entrusting.id', 'commission.entrusting_organisation_id')
    .innerJoin('organisation as institution', 'institution.id', 'commission.institution_id')
    .where(knownTo(actor, 'commission'))
}

export const commissionColumns = [
  'commission.id',
  'commission.title',
  'commission.state',
  'commission.case_code',
  'commission.ip_type',
  'commission.entrusting_type',
  'commission.submitted_at',
  'entrusting.name as entrusting_name',
  'institution.name as institution_name',
] as const

interface Selected {
  readonly id: string
  readonly title: string
  readonly state: CommissionState
  readonly case_code: string | null
  readonly ip_type: string
  readonly entrusting_type: Parameters<typeof intakeDue>[0]['entrusting_type']
  readonly submitted_at: Date
  readonly entrusting_name: string
  readonly institution_name: string
}

/** One row as lists and pages show it; the due date only while intake has to decide. */
export async function commissionRow(db: ReadDb, row: Selected, today: string) {
  const open = row.state === 'SUBMITTED' || row.state === 'SUPPLEMENT_REQUESTED'
  const due = open ? intakeDue(row, await supplementsOf(db, row.id), today) : undefined
  return {
    row: {
      id: row.id,
      title: row.title,
      state: row.state,
      caseCode: row.case_code,
      ipType: row.ip_type,
      entrustingType: row.entrusting_type,
      entrusting: row.entrusting_name,
      institution: row.institution_name,
      submittedAt: row.submitted_at.toISOString(),
      due: due?.due ?? null,
      workingDaysLeft: due ? due.workingDaysLeft : null,
    },
    due,
  }
}
