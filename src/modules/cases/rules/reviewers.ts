import type { Clause } from '#kernel/law.ts'
import { parameterAt } from '#law/parameters.ts'
import type { CaseRow } from '../store.ts'

export interface NeededReviewers {
  readonly count: number
  readonly why: string
  readonly source: Clause
}

/** How many reviewers a case needs on a Beijing day (O-03): asked when they are named and when they approve. */
export function reviewersNeeded(
  row: Pick<CaseRow, 'complex' | 'reappraisal' | 'profile'>,
  today: string,
): NeededReviewers {
  const many = row.complex || row.reappraisal
  const { value, source } = parameterAt(many ? 'min-reviewers-complex' : 'min-reviewers', today, row.profile)
  const why = row.reappraisal ? '本案是重新鉴定' : row.complex ? '本案为重大疑难复杂事项' : '一般事项'
  return { count: value, why: `${why}，由 ${value} 人以上复核`, source }
}
