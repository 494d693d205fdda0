import { beijingTime } from '#kernel/beijing.ts'
import type { Tx } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import type { Claim, RowContent } from '../contract/chart.ts'
import type { StoredRow } from '../store.ts'

/** The row locked in the version that the person read; undefined for a new one (version 0). */
export async function lockRow(
  tx: Tx,
  read: { readonly id: string; readonly rowId: string; readonly version: number },
): Promise<StoredRow | undefined> {
  const row = await tx
    .selectFrom('opinion_chart_row')
    .selectAll()
    .where('id', '=', read.rowId)
    .forUpdate()
    .executeTakeFirst()
  if (row && row.case_id !== read.id) throw new Problem('not-found', '本案没有这一行。')
  if ((row?.version ?? 0) === read.version) return row
  throw new Problem(
    'stale-version',
    row
      ? `特征${row.label}已由${row.saved_by_name}在${beijingTime(row.saved_at)}改过，您看到的不是最新内容。`
      : '这一行已被删除，请刷新。',
  )
}

/** Labels are unique in a claim: opinions and comments name rows by them. */
export async function refuseTwins(
  tx: Tx,
  caseId: string,
  rows: readonly { readonly id: string; readonly claimNo: string; readonly label: string }[],
): Promise<void> {
  const existing = await tx
    .selectFrom('opinion_chart_row')
    .select(['id', 'claim_no', 'label'])
    .where('case_id', '=', caseId)
    .execute()
  for (const { id, claimNo, label } of rows) {
    if (!existing.some((row) => row.id !== id && row.claim_no === claimNo && row.label === label)) continue
    const detail = `权利要求${claimNo}已有特征${label}，请换一个编号。`
    throw new Problem('malformed', detail, { issues: [{ path: 'label', detail }] })
  }
}

export function claimTextOf(claims: readonly Claim[], { claimNo, start, end }: RowContent): string {
  return claims.find(({ no }) => no === claimNo)?.text.slice(start, end) ?? ''
}

interface NewRow {
  readonly id: string
  readonly caseId: string
  readonly row: RowContent & { readonly claimText: string }
  readonly by: { readonly saved_by: string; readonly saved_by_name: string; readonly saved_at: Date }
}

export async function insertRow(tx: Tx, { id, caseId, row, by }: NewRow): Promise<void> {
  await tx
    .insertInto('opinion_chart_row')
    .values({ id, case_id: caseId, ...rowColumns(row), ...by, version: 1, substance: 1 })
    .execute()
}

export function rowColumns(row: NewRow['row']) {
  const { label, kind, special, counterpart, finding, difference, reasoning } = row
  return {
    label,
    claim_no: row.claimNo,
    span_start: row.start,
    span_end: row.end,
    claim_text: row.claimText,
    kind,
    special,
    counterpart,
    finding,
    sub_findings: row.subFindings && JSON.stringify(row.subFindings),
    difference,
    reasons: reasoning,
    evidence: JSON.stringify(row.evidence),
  }
}
