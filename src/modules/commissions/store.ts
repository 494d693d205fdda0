import { type ColumnType, type Selectable, sql } from 'kysely'
import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { knowsMatter } from '#modules/matters/module.ts'
import type { CommissionForm } from './contract/form.ts'

export type CommissionState = 'SUBMITTED' | 'SUPPLEMENT_REQUESTED' | 'REFUSED' | 'WITHDRAWN' | 'ACCEPTED'

/** How intake decided, as kept beside the state. */
export type Decision = Readonly<Record<string, string | readonly string[] | boolean | null>>

export interface CommissionTable {
  id: string
  state: CommissionState
  title: string
  entrusting_organisation_id: string
  entrusted_by: string
  entrusting_type: CommissionForm['entrustingType']
  institution_id: string
  ip_type: CommissionForm['ipType']
  right_number: string
  /** jsonb, checked by the contract before it was stored. */
  form: ColumnType<CommissionForm, string, string>
  form_sha256: string
  submitted_at: Date
  decided_at: Date | null
  decided_by: string | null
  decision: ColumnType<Decision | null, string | null, string>
  case_code: string | null
  qualification: ColumnType<object | null, string | null, string>
}

export type CommissionRow = Selectable<CommissionTable>

declare module '#kernel/tables.ts' {
  interface Tables {
    commission: CommissionTable
    commission_draft: {
      id: string
      account_id: string
      form: ColumnType<object, string, string>
      version: number
      saved_at: Date
    }
    commission_supplement: {
      commission_id: string
      round: number
      items: ColumnType<string[], string, never>
      requested_by: string
      requested_at: Date
      answered_at: Date | null
      answer: string | null
    }
  }
}

/** Loads and locks a commission for a deed; what the actor may not see does not exist for him. */
export async function lockCommission(tx: Tx, id: string, actor: Actor): Promise<CommissionRow> {
  const row = await tx
    .selectFrom('commission')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || !(await knowsMatter(tx, id, actor)))
    throw new Problem('not-found', '没有这件委托，或者您无权查看。')
  return row
}

export function supplementsOf(db: ReadDb, commissionId: string) {
  return db
    .selectFrom('commission_supplement')
    .select(['items', 'requested_at', 'answered_at', 'answer'])
    .where('commission_id', '=', commissionId)
    .orderBy('round')
    .execute()
}

/** How many other living commissions concern the same right and the same accused object. Who they are is not told. */
export async function relatedCommissions(
  tx: Tx,
  commission: Pick<CommissionRow, 'id' | 'right_number' | 'form'>,
): Promise<number> {
  const { related } = await tx
    .selectFrom('commission')
    .select(({ fn }) => fn.countAll<number>().as('related'))
    .where('id', '!=', commission.id)
    .where('right_number', '=', commission.right_number)
    .where('state', 'in', ['SUBMITTED', 'SUPPLEMENT_REQUESTED', 'ACCEPTED'])
    .where(sql<string>`form->'accused'->>'name'`, '=', commission.form.accused.name)
    .executeTakeFirstOrThrow()
  return related
}
