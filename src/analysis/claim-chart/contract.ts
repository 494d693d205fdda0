/** Findings as coded in `law/terms/finding.ts`; engines know only the kernel, so a test holds the two lists equal. */
export const findings = [
  'IDENTICAL',
  'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT',
  'DIFFERENT',
  'ABSENT',
  'NOT_DETERMINABLE',
] as const
export type Finding = (typeof findings)[number]

export const findingWords: Readonly<Record<Finding, string>> = {
  IDENTICAL: '相同',
  DIFFERENT_SAME_MEANS_FUNCTION_EFFECT: '不同，但手段、功能、效果基本相同且无需创造性劳动',
  DIFFERENT: '不同',
  ABSENT: '缺少对应特征',
  NOT_DETERMINABLE: '无法确定',
}

export type SubFinding = 'SAME' | 'DIFFERENT' | 'NOT_DETERMINABLE'
export type CreativeLabour = 'NOT_NEEDED' | 'NEEDED' | 'NOT_DETERMINABLE'

/** The four facts behind what courts may or may not call equivalence. */
export interface SubFindings {
  readonly means: SubFinding
  readonly function: SubFinding
  readonly effect: SubFinding
  readonly creativeLabour: CreativeLabour
}

/** A piece of the claim text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Vote {
  readonly appraiser: string
  readonly finding: Finding
}

/** One row of the claim chart (技术特征比对表). `counterpart` is empty where the accused object has none. */
export interface ChartRow {
  readonly id: string
  readonly claimText: string
  readonly counterpart: string
  readonly finding: Finding
  readonly subFindings?: SubFindings
  readonly reasons: string
  /** Each cites a listed material and the place in it. */
  readonly evidence: readonly string[]
  readonly votes: readonly Vote[]
}

/** Something wrong with a chart, as a sentence for the appraiser. `row` is the row's id, null for the chart as a whole. */
export interface ChartProblem {
  readonly row: string | null
  readonly kind:
    | 'not-in-claim'
    | 'overlap'
    | 'uncovered'
    | 'duplicate-id'
    | 'counterpart'
    | 'sub-findings'
    | 'reasons'
    | 'evidence'
    | 'votes'
  readonly says: string
}
