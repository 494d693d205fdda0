import type { Selectable } from 'kysely'
import type { Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { Confidentiality } from '#law/terms/confidentiality.ts'
import type { EntrustingType, ProcedureProfile } from '#law/terms/entrusting-type.ts'
import type { IpType } from '#law/terms/ip-type.ts'
import type { CaseState } from './lifecycle.ts'

export interface CaseTable {
  id: string
  state: CaseState
  code: string
  title: string
  institution_id: string
  entrusting_organisation_id: string
  entrusted_by: string
  entrusting_type: EntrustingType
  profile: ProcedureProfile
  ip_type: IpType
  field: string
  confidentiality: Confidentiality
  opened_at: Date
  closed_at: Date | null
}

declare module '#kernel/tables.ts' {
  interface Tables {
    appraisal_case: CaseTable
  }
}

export type CaseRow = Selectable<CaseTable>

/** Need to know: both sides of the commission, and the read-only auditor. Never the system administrator. */
export function seesCase(
  actor: Actor,
  row: Pick<CaseRow, 'institution_id' | 'entrusting_organisation_id'>,
): boolean {
  if (actor.kind === 'system' || actor.roles.includes('AUDITOR')) return true
  return (
    actor.organisationId !== null &&
    [row.institution_id, row.entrusting_organisation_id].includes(actor.organisationId)
  )
}

/** Loads and locks a case for a deed; what the actor may not see does not exist for him. */
export async function lockCase(tx: Tx, id: string, actor: Actor): Promise<CaseRow> {
  const row = await tx
    .selectFrom('appraisal_case')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || !seesCase(actor, row)) throw new Problem('not-found', '没有这个案件，或者您无权查看。')
  return row
}

/** Moves a case; the pipeline has checked the event, the row is locked. */
export async function moveCase(tx: Tx, id: string, to: string): Promise<void> {
  const state = to as CaseState // `to` comes from the case's own lifecycle table
  await tx.updateTable('appraisal_case').set({ state }).where('id', '=', id).executeTakeFirstOrThrow()
}
