import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { needsToKnow } from '#modules/identity/module.ts'
import { intakeDue } from '../rules/intake-clock.ts'
import { type CommissionState, supplementsOf } from '../store.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Commissions that the actor may see, under every list and count: the entrusting side's, those to supervise, and of the
 * institution's those that concern him. Whom a case assigns is read here and not through the cases module, because cases
 * builds on this one; a case has the id of its commission.
 */
export function visibleCommissions(db: ReadDb, actor: Actor) {
  const all = db
    .selectFrom('commission')
    .innerJoin('organisation as entrusting', 'entrusting.id', 'commission.entrusting_organisation_id')
    .innerJoin('organisation as institution', 'institution.id', 'commission.institution_id')
  if (actor.kind === 'system' || actor.roles.includes('AUDITOR')) return all
  const own = actor.organisationId ?? nobody
  const knows = (limited: boolean) => needsToKnow(actor, { limited, assigned: false }, ['INTAKE_CLERK'])
  return all.where(({ or, and, eb, exists, val }) =>
    or([
      eb('commission.entrusting_organisation_id', '=', own),
      and([
        eb('commission.institution_id', '=', own),
        or([
          val(knows(true)),
          and([val(knows(false)), sql<boolean>`commission.form->>'confidentiality' <> 'RESTRICTED_PERSONS'`]),
          exists(named(db, 'case_member', 'left_at', actor)),
          exists(named(db, 'case_assignment', 'ended_at', actor)),
        ]),
      ]),
    ]),
  )
}

function named(_db: ReadDb, table: string, ended: string, actor: Actor) {
  return sql<boolean>`(select 1 from ${sql.table(table)} where case_id = commission.id
    and account_id = ${actor.accountId ?? nobody} and ${sql.ref(ended)} is null)`
}

export const rowColumns = [
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
