import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { containing } from '#kernel/listing.ts'
import { assignedTo, knownTo } from '#modules/matters/module.ts'
import type { CaseListRow } from '../contract/case.ts'
import type { CaseClock } from '../contract/clock.ts'
import type { CaseState } from '../lifecycle.ts'
import type { CaseRow } from '../store.ts'

export interface CaseFilter {
  readonly state?: CaseState | undefined
  readonly search?: string | undefined
  readonly mine?: boolean
}

/** Cases that the actor may see, under every list and count. */
export function visibleCases(db: ReadDb, actor: Actor, { state, search, mine }: CaseFilter) {
  let rows = db.selectFrom('appraisal_case').where(knownTo(actor, 'appraisal_case'))
  if (mine) rows = rows.where(assignedTo(actor, 'appraisal_case'))
  if (state) rows = rows.where('appraisal_case.state', '=', state)
  if (search) {
    const like = containing(search)
    rows = rows.where(({ or, eb }) =>
      or([
        eb('appraisal_case.title', 'ilike', like),
        eb('appraisal_case.code', 'ilike', like),
        eb('appraisal_case.court_case_no', 'ilike', like),
      ]),
    )
  }
  return rows
}

export function caseRows(db: ReadDb) {
  return db
    .selectFrom('appraisal_case')
    .innerJoin('organisation as entrusting', 'entrusting.id', 'appraisal_case.entrusting_organisation_id')
    .innerJoin('organisation as institution', 'institution.id', 'appraisal_case.institution_id')
}

export const caseColumns = [
  'appraisal_case.id',
  'appraisal_case.code',
  'appraisal_case.title',
  'appraisal_case.state',
  'appraisal_case.profile',
  'appraisal_case.ip_type',
  'appraisal_case.entrusting_type',
  'appraisal_case.court_case_no',
  'appraisal_case.opened_at',
  'entrusting.name as entrusting_name',
  'institution.name as institution_name',
] as const

interface Selected
  extends Pick<
    CaseRow,
    | 'id'
    | 'code'
    | 'title'
    | 'state'
    | 'profile'
    | 'ip_type'
    | 'entrusting_type'
    | 'court_case_no'
    | 'opened_at'
  > {
  readonly entrusting_name: string
  readonly institution_name: string
}

/** One case as lists and pages show it. */
export function caseRow(row: Selected, clock: CaseClock | undefined, lead: string | undefined): CaseListRow {
  const open = clock?.running === 'running' || clock?.running === 'suspended'
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    state: row.state,
    ipType: row.ip_type,
    entrustingType: row.entrusting_type,
    courtCaseNo: row.court_case_no,
    entrusting: row.entrusting_name,
    institution: row.institution_name,
    lead: lead ?? null,
    openedAt: row.opened_at.toISOString(),
    due: open ? clock.due : null,
    workingDaysLeft: open ? clock.workingDaysLeft : null,
    provisional: open ? clock.provisional : false,
    warn: open ? clock.warn : null,
  }
}

/** The lead appraisers of many cases, by case. */
export async function leadsOf(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('case_member')
    .innerJoin('account', 'account.id', 'account_id')
    .select(['case_id', 'account.name'])
    .where('case_id', 'in', [...ids])
    .where('lead', '=', true)
    .where('left_at', 'is', null)
    .execute()
  return new Map(rows.map(({ case_id, name }) => [case_id, name]))
}
