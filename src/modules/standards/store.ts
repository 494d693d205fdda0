import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import type { IpType } from '#law/terms/ip-type.ts'
import type {
  ClauseBearing,
  ClauseVerdict,
  CommentDisposition,
  FindingGravity,
  StandardKind,
  StandardLayer,
} from '#law/terms/standard.ts'

export type StandardState =
  | 'PLANNED'
  | 'DRAFTING'
  | 'CONSULTATION'
  | 'APPROVED'
  | 'EFFECTIVE'
  | 'SUPERSEDED'
  | 'WITHDRAWN'

export type AssessmentState =
  | 'SELF_ASSESSMENT'
  | 'SUBMITTED'
  | 'ON_SITE'
  | 'REPORTED'
  | 'CERTIFIED'
  | 'REFUSED'
  | 'WITHDRAWN'

export interface StandardRow {
  id: string
  state: StandardState
  slug: string
  number: string | null
  title: string
  title_en: string
  layer: StandardLayer
  kind: StandardKind
  ip_types: IpType[]
  region: string | null
  proposer: string
  drafting_units: string[]
  supersedes: string | null
  certainty: 'confirmed' | 'analogous' | 'uncertain'
  basis: string
  ended_on: string | null
  end_reason: string | null
  registered_by: string
  registered_at: Date
}

export interface AssessmentRow {
  id: string
  state: AssessmentState
  institution_id: string
  province: string
  standard_id: string
  version_no: number
  ip_types: IpType[]
  opened_by: string
  opened_at: Date
  statement: string | null
  submitted_by: string | null
  submitted_at: Date | null
  visit_on: string | null
  report: string | null
  reported_by: string | null
  reported_at: Date | null
  decided_by: string | null
  decided_at: Date | null
  reason: string | null
}

interface FindingRow {
  id: string
  state: 'OPEN' | 'CORRECTED' | 'CLOSED'
  assessment_id: string
  no: number
  clause_id: string
  gravity: FindingGravity
  observation: string
  raised_by: string
  raised_at: Date
  due_on: string
  correction: string | null
  corrected_by: string | null
  corrected_at: Date | null
  judgement: string | null
  judged_by: string | null
  judged_at: Date | null
}

interface CertificateRow {
  id: string
  state: 'IN_FORCE' | 'EXPIRED' | 'WITHDRAWN'
  number: string
  institution_id: string
  standard_id: string
  version_no: number
  ip_types: IpType[]
  valid_from: string
  valid_until: string
  issued_by: string
  issued_at: Date
  ended_on: string | null
  end_reason: string | null
}

interface CommentRow {
  id: string
  consultation_id: string
  no: number
  clause: string
  name: string
  contact: string
  text: string
  at: Date
  disposition: CommentDisposition | null
  answer: string | null
  disposed_by: string | null
  disposed_at: Date | null
}

declare module '#kernel/tables.ts' {
  interface Tables {
    standard: StandardRow
    standard_version: {
      standard_id: string
      no: number
      label: string
      draft: boolean
      issued_on: string | null
      effective_from: string | null
      summary: string
      published_by: string
      published_at: Date
    }
    standard_clause: {
      id: string
      standard_id: string
      version_no: number
      place: number
      no: string
      heading: string
      says: string
      bearing: ClauseBearing
      confirmed: boolean
      rules: string[]
    }
    standard_consultation: {
      id: string
      state: 'OPEN' | 'CLOSED'
      standard_id: string
      version_no: number
      opens_on: string
      closes_on: string
      notes: string
      opened_by: string
      opened_at: Date
    }
    standard_comment: CommentRow
    standard_guidance: {
      id: string
      standard_id: string
      clause: string
      question: string
      answer: string
      published_by: string
      published_at: Date
    }
    glossary_term: {
      id: string
      zh: string
      en: string
      definition: string
      source: string
      version: number
      revised_by: string
      revised_at: Date
    }
    conformity_assessment: AssessmentRow
    conformity_assessor: {
      assessment_id: string
      account_id: string
      assigned_by: string
      assigned_at: Date
      released_at: Date | null
    }
    conformity_clause: {
      assessment_id: string
      clause_id: string
      own_verdict: ClauseVerdict | null
      own_note: string
      seen_verdict: ClauseVerdict | null
      seen_note: string
      seen_by: string | null
      seen_at: Date | null
    }
    conformity_finding: FindingRow
    conformity_certificate: CertificateRow
  }
}

export const standardColumns = [
  'id',
  'state',
  'slug',
  'number',
  'title',
  'title_en',
  'layer',
  'kind',
  'ip_types',
  'region',
  'proposer',
  'drafting_units',
  'supersedes',
  'certainty',
  'basis',
  'ended_on',
  'end_reason',
  'registered_by',
  'registered_at',
] as const

/** A standard for a deed, locked. */
export async function lockStandard(tx: Tx, id: string) {
  const standard = await tx
    .selectFrom('standard')
    .select(standardColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!standard) throw new Problem('not-found', '没有登记过这项标准。')
  return standard
}

/** The text that holds now: the last that is no draft; undefined while there is none. */
export async function issuedVersion(db: ReadDb, standardId: string) {
  return db
    .selectFrom('standard_version')
    .select(['no', 'label', 'effective_from'])
    .where('standard_id', '=', standardId)
    .where('draft', '=', false)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
}
