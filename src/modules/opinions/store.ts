import type { ColumnType, Selectable } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { FeatureFinding, FeatureKind } from '#law/terms/finding.ts'
import type { ReviewComment, ReviewOutcome } from '#law/terms/review.ts'
import type { ChartRow, Citation, Claim, RowContent, SubFindings } from './contract/chart.ts'
import type { SectionCode } from './contract/draft.ts'

/** jsonb: read as a value, written as text. */
type Stored<T> = ColumnType<T, string, string>

export interface ChartRowTable {
  id: string
  case_id: string
  label: string
  claim_no: string
  span_start: number
  span_end: number
  claim_text: string
  kind: FeatureKind | null
  special: RowContent['special'] | null
  counterpart: string
  finding: FeatureFinding | null
  sub_findings: ColumnType<SubFindings | null, string | null, string | null>
  difference: string
  reasons: string
  evidence: Stored<Citation[]>
  version: number
  substance: number
  saved_by: string
  saved_by_name: string
  saved_at: Date
}
export type StoredRow = Selectable<ChartRowTable>

interface Saved {
  version: number
  saved_by: string
  saved_by_name: string
  saved_at: Date
}

declare module '#kernel/tables.ts' {
  interface Tables {
    opinion_chart: { case_id: string; claims: Stored<Claim[]>; set_by: string; set_at: Date }
    opinion_chart_row: ChartRowTable
    opinion_chart_vote: {
      row_id: string
      account_id: string
      name: string
      finding: FeatureFinding
      dissent: string
      substance: number
      voted_at: Date
    }
    opinion_section: Saved & { case_id: string; section: SectionCode; about: string; text: string }
    opinion_answer: Saved & { case_id: string; question_no: number; text: string; concerns: Stored<string[]> }
    opinion_submission: {
      case_id: string
      round: number
      content: ColumnType<object, string, never>
      content_sha256: string
      submitted_by: string
      submitted_at: Date
    }
    opinion_review_comment: {
      id: string
      case_id: string
      round: number
      kind: ReviewComment
      place: string
      text: string
      made_by: string
      made_by_name: string
      made_at: Date
      answer: string | null
      answered_by: string | null
      answered_by_name: string | null
      answered_at: Date | null
      closed_by: string | null
      closed_at: Date | null
    }
    opinion_review_sheet: {
      case_id: string
      round: number
      account_id: string
      name: string
      outcome: ReviewOutcome
      procedure_view: string
      technical_view: string
      signed_at: Date
    }
  }
}

export async function claimsOf(db: ReadDb, caseId: string): Promise<readonly Claim[]> {
  const chart = await db
    .selectFrom('opinion_chart')
    .select('claims')
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return chart?.claims ?? []
}

/** The rows in the order of the claim text, each with its votes in the order in which they were cast. */
export async function rowsOf(db: ReadDb, caseId: string): Promise<readonly ChartRow[]> {
  const rows = await db.selectFrom('opinion_chart_row').selectAll().where('case_id', '=', caseId).execute()
  const votes = await db
    .selectFrom('opinion_chart_vote')
    .innerJoin('opinion_chart_row', 'opinion_chart_row.id', 'opinion_chart_vote.row_id')
    .selectAll('opinion_chart_vote')
    .where('opinion_chart_row.case_id', '=', caseId)
    .orderBy('opinion_chart_vote.voted_at')
    .execute()
  const order = (await claimsOf(db, caseId)).map(({ no }) => no)
  return rows
    .map((row) => ({
      ...contentOf(row),
      id: row.id,
      claimText: row.claim_text,
      version: row.version,
      savedBy: row.saved_by_name,
      savedAt: row.saved_at.toISOString(),
      votes: votes
        .filter(({ row_id }) => row_id === row.id)
        .map((vote) => ({
          accountId: vote.account_id,
          name: vote.name,
          finding: vote.finding,
          dissent: vote.dissent,
          current: vote.substance === row.substance,
          votedAt: vote.voted_at.toISOString(),
        })),
    }))
    .sort((a, b) => order.indexOf(a.claimNo) - order.indexOf(b.claimNo) || a.start - b.start)
}

export function contentOf(row: StoredRow): RowContent {
  const { label, kind, special, counterpart, finding, difference, reasons, evidence } = row
  return {
    label,
    claimNo: row.claim_no,
    start: row.span_start,
    end: row.span_end,
    kind,
    special,
    counterpart,
    finding,
    subFindings: row.sub_findings,
    difference,
    reasoning: reasons,
    evidence,
  }
}

export function sectionsOf(db: ReadDb, caseId: string) {
  return db
    .selectFrom('opinion_section')
    .select(['section', 'about', 'text', 'version', 'saved_by_name', 'saved_at'])
    .where('case_id', '=', caseId)
    .orderBy('section')
    .orderBy('about')
    .execute()
}

export function answersOf(db: ReadDb, caseId: string) {
  return db
    .selectFrom('opinion_answer')
    .select(['question_no', 'text', 'concerns', 'version', 'saved_by_name', 'saved_at'])
    .where('case_id', '=', caseId)
    .orderBy('question_no')
    .execute()
}

/** Handed over so far, first to last; the number of rows is the round counter. */
export function submissionsOf(db: ReadDb, caseId: string) {
  return db
    .selectFrom('opinion_submission')
    .select(['round', 'content_sha256', 'submitted_by', 'submitted_at'])
    .where('case_id', '=', caseId)
    .orderBy('round')
    .execute()
}

export function commentsOf(db: ReadDb, caseId: string) {
  return db
    .selectFrom('opinion_review_comment')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

export function sheetsOf(db: ReadDb, caseId: string) {
  return db
    .selectFrom('opinion_review_sheet')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('round')
    .orderBy('signed_at')
    .execute()
}
