/** One claim of a set as read from its text. Offsets are UTF-16 into the whole text; `text` is without its number. */
export interface ParsedClaim {
  readonly no: number
  readonly text: string
  readonly start: number
  readonly end: number
  readonly independent: boolean
  /** Numbers of the claims it depends on, ascending. */
  readonly dependsOn: readonly number[]
  readonly multipleDependent: boolean
  /** What the claim is about, e.g. 空调器; empty where it cannot be read. */
  readonly subject: string
}

/** A drafting fault: a remark for the appraiser, never a refusal, for granted claims have them. */
export interface ClaimFault {
  readonly claim: number
  readonly kind:
    | 'numbering'
    | 'reference'
    | 'multiple-on-multiple'
    | 'not-alternative'
    | 'subject'
    | 'antecedent'
    | 'full-stop'
    | 'vague'
  readonly quote: string
  readonly says: string
}

export interface ClaimSet {
  readonly claims: readonly ParsedClaim[]
  readonly faults: readonly ClaimFault[]
}
