import type { ChartProblem, Span } from './contract.ts'

/** A feature with its place in the claim; null where its text is not in the claim. */
export interface PlacedFeature {
  readonly id: string
  readonly span: Span | null
}

/**
 * Finds each feature's text in the claim, in order, each after the one before; a text that stands only earlier is taken
 * there where it is free. Repeated phrases thus go to their own occurrence.
 */
export function placeFeatures(
  claim: string,
  features: readonly { readonly id: string; readonly claimText: string }[],
): readonly PlacedFeature[] {
  const taken: Span[] = []
  let from = 0
  return features.map(({ id, claimText }) => {
    const text = claimText.trim()
    const span =
      text === ''
        ? null
        : (free(claim, text, from, taken) ?? free(claim, text, 0, taken) ?? anywhere(claim, text))
    if (span) {
      taken.push(span)
      from = span.end
    }
    return { id, span }
  })
}

/** Checks that the features lie in the claim, do not overlap and leave nothing of it out but punctuation and its number. */
export function checkCover(claim: string, features: readonly PlacedFeature[]): readonly ChartProblem[] {
  const missing = features
    .filter((feature) => feature.span === null)
    .map(({ id }) => problem(id, 'not-in-claim', `特征${id}的文字不在权利要求中，请照录权利要求原文`))
  const placed = features
    .flatMap(({ id, span }) => (span ? [{ id, ...span }] : []))
    .toSorted((a, b) => a.start - b.start)
  const overlaps = placed.flatMap((feature, index) => {
    const before = placed.slice(0, index).find((earlier) => earlier.end > feature.start)
    return before
      ? [problem(feature.id, 'overlap', `特征${feature.id}与特征${before.id}的文字重叠，请重新划分`)]
      : []
  })
  const gaps = uncovered(claim, placed).map(({ start, end }) =>
    problem(null, 'uncovered', `权利要求中“${claim.slice(start, end).trim()}”未列入任何特征，请补入`),
  )
  return [...missing, ...overlaps, ...gaps]
}

/** The pieces of the claim that no feature covers, other than punctuation, white space and the claim's number. */
export function uncovered(claim: string, spans: readonly Span[]): readonly Span[] {
  const gaps: Span[] = []
  let at = /^\s*\d{1,3}\s*[.．、](?!\d)/.exec(claim)?.[0].length ?? 0
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start > at) gaps.push({ start: at, end: span.start })
    at = Math.max(at, span.end)
  }
  gaps.push({ start: at, end: claim.length })
  return gaps.filter(({ start, end }) => /[^\s\p{P}]/u.test(claim.slice(start, end)))
}

function free(claim: string, text: string, from: number, taken: readonly Span[]): Span | null {
  for (let start = claim.indexOf(text, from); start !== -1; start = claim.indexOf(text, start + 1)) {
    const end = start + text.length
    if (taken.every((span) => span.end <= start || end <= span.start)) return { start, end }
  }
  return null
}

function anywhere(claim: string, text: string): Span | null {
  const start = claim.indexOf(text)
  return start === -1 ? null : { start, end: start + text.length }
}

function problem(row: string | null, kind: ChartProblem['kind'], says: string): ChartProblem {
  return { row, kind, says }
}
