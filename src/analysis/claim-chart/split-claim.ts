import type { Span } from './contract.ts'

const opening = '（(“「【['
const closing = '）)”」】]'

/** A fragment that only leads over to what follows; it cannot stand as a feature. */
const leadIn =
  /^(?:其中|同样|并且|而且|此外|另外|其|当[^，。；]{0,30}时|在[^，。；]{0,30}(?:位置|状态|时|上|中)|对应于[^，。；]{0,30}|使得[^，。；]{0,12}时)$/
/** A fragment that belongs to what stands before it. */
const tail =
  /^(?:其特征(?:在于|是)|特征(?:在于|是)|(?:所述|上述)?[^，。；]{0,10}的?特征(?:在于|是)|以及位于.*|且位于.*|等)$/

/**
 * Proposes features: the claim cut at commas, semicolons and the colon after 其特征在于, outside brackets; lead-ins join
 * the next piece, 其特征在于 joins the one before. A person moves the cuts; the proposal only saves the first hour.
 */
export function proposeFeatures(claim: string): readonly Span[] {
  const pieces = cut(claim)
  const merged: Span[] = []
  let pending: number | null = null
  for (const piece of pieces) {
    const text = claim.slice(piece.start, piece.end)
    const start: number = pending ?? piece.start
    pending = null
    const last = merged.at(-1)
    if (last && tail.test(text)) merged[merged.length - 1] = { start: last.start, end: piece.end }
    else if (leadIn.test(text)) pending = start
    else merged.push({ start, end: piece.end })
  }
  const end = pieces.at(-1)?.end ?? 0
  if (pending !== null) merged.push({ start: pending, end })
  return merged
}

function cut(claim: string): readonly Span[] {
  const pieces: Span[] = []
  const number = /^\s*\d{1,3}\s*[.．、](?!\d)\s*/.exec(claim)
  let start = number?.[0].length ?? 0
  let depth = 0
  for (let at = start; at <= claim.length; at += 1) {
    const char = claim.charAt(at)
    if (char !== '' && opening.includes(char)) depth += 1
    if (char !== '' && closing.includes(char)) depth = Math.max(0, depth - 1)
    if (char !== '' && (depth > 0 || !separates(claim, at))) continue
    const piece = trimmed(claim, start, at)
    if (piece) pieces.push(piece)
    start = at + 1
  }
  return pieces
}

function separates(claim: string, at: number): boolean {
  const char = claim.charAt(at)
  if ('，；。;\n'.includes(char)) return true
  if (char === ',') return !/\d/.test(claim.charAt(at - 1)) || !/\d/.test(claim.charAt(at + 1))
  return '：:'.includes(char) && /特征(?:在于|是)$/.test(claim.slice(0, at))
}

function trimmed(claim: string, start: number, end: number): Span | null {
  const text = claim.slice(start, end)
  const from = start + (text.length - text.trimStart().length)
  const to = from + text.trim().length
  return to > from ? { start: from, end: to } : null
}
