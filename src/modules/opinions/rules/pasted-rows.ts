import { placeFeatures } from '#analysis/claim-chart/cover-claim.ts'
import { type PastedRow, readPaste } from '#analysis/claim-chart/paste.ts'
import type { FieldIssue } from '#kernel/problem.ts'
import { type Citation, type Claim, type RowContent, rowContent } from '../contract/chart.ts'

export interface Sheet {
  readonly claims: readonly Claim[]
  /** Rows already in the chart: what is pasted may neither repeat nor overlap them. */
  readonly rows: readonly Pick<RowContent, 'claimNo' | 'label' | 'start' | 'end'>[]
  readonly materials: readonly { readonly id: string; readonly no: string; readonly name: string }[]
}

export interface Placed {
  readonly line: number
  readonly content: RowContent
  readonly claimText: string
}

/**
 * Reads rows pasted from a spreadsheet and finds their places in the claims. The same function previews in the browser
 * and decides on the server; with one issue nothing may be taken. `path` of an issue is `rows.<line>`.
 */
export function pastedRows(
  table: string,
  sheet: Sheet,
): { readonly rows: readonly Placed[]; readonly issues: readonly FieldIssue[] } {
  const paste = readPaste(table)
  const unreadable = paste.errors.map(({ line, says }) => ({ path: `rows.${line}`, detail: says }))
  const read = inClaims(paste.rows, sheet).map((each) => content(each, sheet))
  const rows = read.flatMap((each) => ('content' in each ? [each] : []))
  const issues = [
    ...unreadable,
    ...read.flatMap((each) => ('issues' in each ? each.issues : [])),
    ...clashes(rows, sheet),
  ]
  if (paste.rows.length === 0 && issues.length === 0)
    issues.push({ path: 'rows', detail: '没有读到任何一行。' })
  return { rows, issues }
}

interface InClaim {
  readonly row: PastedRow
  readonly place: { readonly claimNo: string; readonly start: number; readonly end: number } | undefined
}

/** Each row in the first claim that holds its text. */
function inClaims(rows: readonly PastedRow[], { claims }: Sheet): readonly InClaim[] {
  const placed = claims.map(({ no, text }) => ({ no, features: placeFeatures(text, rows) }))
  return rows.map((row, i) => {
    const claim = placed.find(({ features }) => features[i]?.span)
    const span = claim?.features[i]?.span
    return { row, place: claim && span ? { claimNo: claim.no, ...span } : undefined }
  })
}

function content({ row, place }: InClaim, { materials }: Sheet): Placed | { issues: readonly FieldIssue[] } {
  const issue = (detail: string): FieldIssue => ({
    path: `rows.${row.line}`,
    detail: `第${row.line}行：${detail}`,
  })
  const cited = row.evidence.map((part) => citationOf(part, materials))
  const wrong = cited.flatMap((each) => (typeof each === 'string' ? [issue(each)] : []))
  if (!place) wrong.push(issue(`“${shortened(row.claimText)}”在权利要求文本中找不到，请逐字照录`))
  const parsed = rowContent.safeParse({
    ...row,
    label: row.id,
    reasoning: row.reasons,
    ...(place ?? { claimNo: '-', start: 0, end: 1 }),
    evidence: cited.filter((each) => typeof each !== 'string'),
  })
  if (!parsed.success) wrong.push(...parsed.error.issues.map(({ message }) => issue(message)))
  return parsed.success && wrong.length === 0
    ? { line: row.line, content: parsed.data, claimText: row.claimText }
    : { issues: wrong }
}

function clashes(rows: readonly Placed[], sheet: Sheet): readonly FieldIssue[] {
  return rows.flatMap(({ line, content: row }, i) => {
    const before = [...sheet.rows, ...rows.slice(0, i).map((each) => each.content)].filter(
      ({ claimNo }) => claimNo === row.claimNo,
    )
    const overlapped = before.find(({ start, end }) => start < row.end && row.start < end)
    return [
      ...(before.some(({ label }) => label === row.label) ? [`特征编号“${row.label}”已经用过`] : []),
      ...(overlapped ? [`文字与特征${overlapped.label}重叠`] : []),
    ].map((detail) => ({ path: `rows.${line}`, detail: `第${line}行：${detail}` }))
  })
}

/** `材料3 第12页`: the number or name of a listed material, then the place in it; a sentence where it cannot be read. */
function citationOf(part: string, materials: Sheet['materials']): Citation | string {
  const material = materials.find(({ no, name }) => part.startsWith(name) || numbered(part, no))
  if (!material) return `证据“${shortened(part)}”不是材料清单上的材料，请写材料编号和位置，如“材料1 第3页”`
  const named = part.startsWith(material.name) ? material.name : material.no
  const locator = part.slice(named.length).replace(/^[\s，,:：]+/, '')
  return locator === ''
    ? `证据“${shortened(part)}”没有写明页、图等位置`
    : { materialId: material.id, locator }
}

/** `材料3` begins `材料3 第1页`, not `材料30 第1页`. */
function numbered(part: string, no: string): boolean {
  return part.startsWith(no) && !/^\d/.test(part.slice(no.length))
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text
}
