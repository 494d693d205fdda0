import { type ColumnType, type GeneratedAlways, type Selectable, sql } from 'kysely'
import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { Tables } from '#kernel/tables.ts'
import type { Confidentiality } from '#law/terms/confidentiality.ts'
import type { EntrustingType, ProcedureProfile } from '#law/terms/entrusting-type.ts'
import type { ExtensionReason, SuspensionGround } from '#law/terms/interruption.ts'
import type { IpType } from '#law/terms/ip-type.ts'
import type { TechnicalField } from '#law/terms/technical-field.ts'
import { knowsMatter } from '#modules/matters/module.ts'
import type { PlanStep, ProcessRecord } from './contract/plan.ts'
import type { ConflictDeclaration, ServedParty } from './contract/team.ts'
import type { CaseState } from './lifecycle.ts'

/** jsonb: written as text, read as the shape that the contract checked before it was stored. */
type Stored<T> = ColumnType<T, string, string>

/** What a case names people for beside its team; a handler is of the desk, let into a case limited to named persons. */
export type AssignedDuty = 'REVIEWER' | 'ISSUER' | 'HANDLER'

const dutyNames = { REVIEWER: 'reviewer', ISSUER: 'issuer', HANDLER: 'handler' } as const

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
  field: TechnicalField
  confidentiality: Confidentiality
  court_case_no: string
  complex: boolean
  reappraisal: boolean
  agreed_limit: number | null
  opened_at: Date
  started_at: Date | null
  closed_at: Date | null
}

/** Qualification as the directory stated it on the day of nomination; frozen with the member. */
export interface FrozenQualification {
  readonly title: string
  readonly practiceNo: string
  readonly fields: readonly { readonly ipType: string; readonly field: string | null }[]
  readonly on: string
}

declare module '#kernel/tables.ts' {
  interface Tables {
    appraisal_case: CaseTable
    case_ending: {
      case_id: string
      kind: 'TERMINATED' | 'WITHDRAWN'
      ground: string | null
      reason: string
      material_return: string
      fee_settlement: string
      ended_by: string
      ended_at: Date
    }
    case_signature: {
      case_id: string
      side: 'ENTRUSTING' | 'INSTITUTION'
      kind: 'SIGNED' | 'LETTER'
      account_id: string
      text_sha256: string | null
      signed_at: Date
    }
    case_fee: {
      case_id: string
      outcome: 'PREPAID' | 'WAIVED'
      amount_fen: number | null
      receipt_no: string
      reason: string
      recorded_by: string
      recorded_at: Date
    }
    case_clock: {
      case_id: string
      started_on: string
      limit_days: number
      limit_source: 'AGREED' | 'PARAMETER'
      basis: string
      parameter: Stored<object>
    }
    case_suspension: {
      case_id: string
      no: number
      ground: SuspensionGround
      reason: string
      from_on: string
      expected_end: string
      until_on: string | null
      suspended_by: string
      resumed_by: string | null
      resume_note: string | null
    }
    case_extension: {
      case_id: string
      no: number
      state: 'REQUESTED' | 'APPROVED' | 'REFUSED'
      days: number
      reason: ExtensionReason
      explanation: string
      requested_by: string
      requested_on: string
      decided_by: string | null
      decided_on: string | null
      decided_for: string | null
      decision_note: string | null
    }
    case_member: {
      id: string
      case_id: string
      account_id: string
      lead: boolean
      qualification: Stored<FrozenQualification>
      nominated_by: string
      joined_at: Date
      commitment: string | null
      conflicts: ColumnType<ConflictDeclaration | null, string | null, string>
      commitment_signed_at: Date | null
      left_at: Date | null
      left_because: string | null
      succeeds: string | null
    }
    case_assignment: {
      case_id: string
      duty: AssignedDuty
      account_id: string
      assigned_by: string
      assigned_at: Date
      ended_at: Date | null
      no: GeneratedAlways<number>
    }
    case_recusal_notice: {
      case_id: string
      no: number
      text: string
      services: Stored<readonly ServedParty[]>
      members: Stored<readonly string[]>
      served_by: string
      served_on: string
      ends_on: string
    }
    case_recusal: {
      id: string
      case_id: string
      state: 'OPEN' | 'GRANTED' | 'REJECTED'
      /** Null where the whole institution is to step aside. */
      account_id: string | null
      ground: string
      facts: string
      applied_by: string
      applied_at: Date
      decided_by: string | null
      decided_at: Date | null
      decision: string | null
    }
    case_plan: {
      case_id: string
      version: number
      steps: Stored<readonly PlanStep[]>
      saved_by: string
      saved_at: Date
      consent: string | null
      consent_by: string | null
      consent_at: Date | null
      approved_by: string | null
      approved_at: Date | null
    }
    case_record: {
      id: string
      case_id: string
      no: number
      step_no: number
      corrects: number | null
      content: Stored<ProcessRecord>
      recorded_by: string
      recorded_at: Date
    }
    case_step_waiver: {
      case_id: string
      step_no: number
      reason: string
      waived_by: string
      waived_at: Date
    }
  }
}

export type CaseRow = Selectable<CaseTable>
/** The form of the commission that the case was opened for; it has the same id. */
export type FormOfCase = Selectable<Tables['commission']>['form']

const missing = () => new Problem('not-found', '没有这个案件，或者您无权查看。')

/** The present duties of a person in a case. */
export async function rolesInCase(
  db: ReadDb,
  caseId: string,
  accountId: string | null,
): Promise<readonly ('lead' | 'member' | (typeof dutyNames)[AssignedDuty])[]> {
  if (accountId === null) return []
  const [member, duties] = [
    await db
      .selectFrom('case_member')
      .select('lead')
      .where('case_id', '=', caseId)
      .where('account_id', '=', accountId)
      .where('left_at', 'is', null)
      .executeTakeFirst(),
    await db
      .selectFrom('case_assignment')
      .select('duty')
      .where('case_id', '=', caseId)
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null)
      .execute(),
  ]
  return [
    ...(member ? (member.lead ? (['lead', 'member'] as const) : (['member'] as const)) : []),
    ...duties.map(({ duty }) => dutyNames[duty]),
  ]
}

async function seen(db: ReadDb, row: CaseRow | undefined, actor: Actor): Promise<CaseRow> {
  if (!row || !(await knowsMatter(db, row.id, actor))) throw missing()
  return row
}

/** Loads and locks a case for a deed; what the actor may not see does not exist for him. */
export async function lockCase(tx: Tx, id: string, actor: Actor): Promise<CaseRow> {
  const row = await tx
    .selectFrom('appraisal_case')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return seen(tx, row, actor)
}

/** A case that the actor may see, for a question. */
export async function visibleCase(db: ReadDb, id: string, actor: Actor): Promise<CaseRow> {
  const row = await db.selectFrom('appraisal_case').selectAll().where('id', '=', id).executeTakeFirst()
  return seen(db, row, actor)
}

/** Moves a case; the pipeline has checked the event, the row is locked. */
export async function moveCase(tx: Tx, id: string, to: string): Promise<void> {
  const state = to as CaseState // `to` comes from the case's own lifecycle table
  await tx.updateTable('appraisal_case').set({ state }).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function formOfCase(db: ReadDb, id: string): Promise<FormOfCase> {
  const { form } = await db
    .selectFrom('commission')
    .select('form')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return form
}

/** What a person is called. */
export async function nameOfAccount(db: ReadDb, accountId: string): Promise<string> {
  const { name } = await db
    .selectFrom('account')
    .select('name')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return name
}

/** The next number within a case, without gaps: the case's row is locked by whoever asks. */
export async function nextRowNo(
  tx: Tx,
  table: 'case_suspension' | 'case_extension' | 'case_recusal_notice' | 'case_record',
  caseId: string,
): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    select coalesce(max(no), 0) + 1 as no from ${sql.table(table)} where case_id = ${caseId}`.execute(tx)
  return rows[0]?.no ?? 1
}
