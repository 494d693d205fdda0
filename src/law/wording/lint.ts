import { legalWordings } from './legal-wording.ts'
import { withoutNeutralPhrases } from './neutral-phrases.ts'
import { uncertainProposal, uncertainReason, uncertainWordings } from './uncertain-wording.ts'

/** One flagged passage. Positions are UTF-16 offsets into the text as given. */
export interface WordingHit {
  readonly rule: string
  /** Number in the rule book: M-05 legal wording, O-10 uncertain wording. */
  readonly brief: 'M-05' | 'O-10'
  readonly severity: 'legal' | 'caution' | 'uncertain'
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly reason: string
  /** A factual form to use instead; the person decides. */
  readonly proposal: string
}

export interface LintSettings {
  /** Whether “等同” counts as a legal word; tribunals differ, so it is set per profile. */
  readonly equivalence: 'allowed' | 'caution' | 'legal'
}

const usual: LintSettings = { equivalence: 'caution' }

/** M-05 on an entrusted question: passages that ask for a legal judgement, in order of place. */
export function lintQuestion(text: string, settings: LintSettings = usual): readonly WordingHit[] {
  return inOrder(legalHits(text, settings))
}

/** M-05 and O-10 on an answer or conclusion. */
export function lintAnswer(text: string, settings: LintSettings = usual): readonly WordingHit[] {
  return inOrder([...legalHits(text, settings), ...uncertainHits(text)])
}

/** Whether a question, as worded, asks for law: a hit of severity `legal`. Cautions alone leave it factual. */
export function asksForLaw(text: string, settings: LintSettings = usual): boolean {
  return legalHits(text, settings).some((hit) => hit.severity === 'legal')
}

function legalHits(text: string, settings: LintSettings): readonly WordingHit[] {
  const blanked = withoutNeutralPhrases(text)
  return legalWordings.flatMap(({ id, severity, pattern, reason, proposal }) => {
    if (id.startsWith('equivalence') && settings.equivalence === 'allowed') return []
    const matches = [...blanked.matchAll(pattern)]
    if (matches.length === 0) return []
    const form = typeof proposal === 'string' ? proposal : proposal(text)
    return matches.map((match) => ({
      rule: id,
      brief: 'M-05' as const,
      severity: id === 'equivalence' && settings.equivalence === 'legal' ? ('legal' as const) : severity,
      ...place(text, match),
      reason,
      proposal: form,
    }))
  })
}

function uncertainHits(text: string): readonly WordingHit[] {
  const blanked = withoutNeutralPhrases(text)
  return uncertainWordings.flatMap((pattern) =>
    [...blanked.matchAll(pattern)].map((match) => ({
      rule: 'uncertain',
      brief: 'O-10' as const,
      severity: 'uncertain' as const,
      ...place(text, match),
      reason: uncertainReason,
      proposal: uncertainProposal,
    })),
  )
}

function place(text: string, match: RegExpExecArray): Pick<WordingHit, 'quote' | 'start' | 'end'> {
  const start = match.index
  const end = start + match[0].length
  return { quote: text.slice(start, end), start, end }
}

function inOrder(hits: readonly WordingHit[]): readonly WordingHit[] {
  return hits.toSorted((a, b) => a.start - b.start || b.end - a.end)
}
