import type { NonEmpty } from '#kernel/json.ts'
import type { Clause } from '#kernel/law.ts'
import { type Rule, rule } from '#kernel/rule.ts'
import { type DraftAnswer, type DraftSection, type LintFinding, placeInWords } from '../contract/draft.ts'
import type { ChartFacts } from './chart.ts'

export interface DraftFacts extends ChartFacts {
  readonly sections: readonly Pick<DraftSection, 'section' | 'about' | 'text'>[]
  readonly answers: readonly Pick<DraftAnswer, 'no' | 'question' | 'text' | 'concerns'>[]
}

/** A passage that a check objects to. Without a quote the whole of the place is meant. */
export interface Passage {
  readonly place: string
  readonly start?: number
  readonly end?: number
  readonly quote?: string
  readonly detail: string
  readonly remedy: string
  /** For thought only: shown, never asked about. */
  readonly note?: true
}

/** One check of the draft: it points at passages, and submission is judged by the same passages. */
export interface DraftCheck {
  readonly id: string
  readonly brief: string
  readonly says: string
  readonly basis: NonEmpty<Clause>
  readonly effect: 'fail' | 'warn'
  passages(facts: DraftFacts): readonly Passage[]
}

/** The check as a rule of submission. */
export function asRule({ id, brief, says, basis, effect, passages }: DraftCheck): Rule<DraftFacts> {
  return rule<DraftFacts>({
    id,
    brief,
    says,
    basis,
    check: (facts) => {
      const found = passages(facts).filter(({ note }) => !note)
      if (found.length === 0) return 'pass'
      const detail = found.map((each) => `${placeInWords(each.place)}：${each.detail}`).join('；')
      const remedy = [...new Set(found.map((each) => each.remedy))].join('；')
      return effect === 'fail' ? { fail: detail, remedy } : { warn: detail, remedy }
    },
  })
}

export function lintFindings(checks: readonly DraftCheck[], facts: DraftFacts): readonly LintFinding[] {
  return checks.flatMap(({ id, brief, basis, effect, passages }) =>
    passages(facts).map(({ place, start = 0, end = 0, quote = '', detail, remedy, note }) => ({
      place,
      rule: id,
      brief,
      basis: basis.map((clause) => clause.id),
      effect: note ? ('note' as const) : effect,
      quote,
      start,
      end,
      detail,
      remedy,
    })),
  )
}
