import type { ParsedClaim } from './contract.ts'

/** A term after 所述 that nothing before it introduces; `near` is an introduced term that shares all but one character. */
export interface LooseTerm {
  readonly quote: string
  readonly near: string
}

/**
 * Looks at each 所述X, 上述X: X counts as introduced where its first two characters stand together earlier in the claim
 * or anywhere in the claims it depends on. Word boundaries are unknown, so only a term without any such trace is told.
 */
export function withoutAntecedent(claim: ParsedClaim, claims: readonly ParsedClaim[]): readonly LooseTerm[] {
  const inherited = ancestors(claim, claims)
    .map((each) => each.text)
    .concat(claim.subject)
    .join('\n')
  const before = (at: number) => `${inherited}\n${claim.text.slice(0, at)}`
  const seen = new Set<string>()
  return [...claim.text.matchAll(/(?:所述|上述)的?(?=[\u4e00-\u9fa5A-Za-z])(?!的)/g)].flatMap((match) => {
    const at = match.index + match[0].length
    const term = head(claim.text.slice(at, at + longestTerm))
    const key = term.slice(0, 2)
    if (term.length < 2 || seen.has(key)) return []
    seen.add(key)
    return introduced(term, before(match.index))
      ? []
      : [{ quote: match[0] + term, near: nearTerm(key, before(match.index)) }]
  })
}

const longestTerm = 24

/** The term is taken up to the first word that cannot belong to a noun. */
function head(rest: string): string {
  const noun = /^[\u4e00-\u9fa5A-Za-z0-9]+/.exec(rest)?.[0] ?? ''
  const cut = noun.search(/[的与和在上下内外中为是有设通从由将被及或于呈具包分]|设置|位于|相对|采用/)
  return (cut < 2 ? noun.slice(0, 4) : noun.slice(0, cut)).slice(0, 8)
}

/** Numerals and 各, 每, 该 before a noun do not make another noun of it. */
function introduced(term: string, before: string): boolean {
  const bare = term.replace(/^(?:各|每|该|数|多|[一二两三四五六七八九十])(?:个|根|块|条|只|层|组|件)?/, '')
  const key = bare.length < 2 ? term : bare
  return before.includes(key.slice(0, 2))
}

function nearTerm(key: string, before: string): string {
  const [first, second] = [...key]
  const sameEnd = new RegExp(`[\\u4e00-\\u9fa5]${second}`).exec(before)?.[0]
  const sameStart = new RegExp(`${first}[\\u4e00-\\u9fa5]`).exec(before)?.[0]
  return sameEnd ?? sameStart ?? ''
}

function ancestors(claim: ParsedClaim, claims: readonly ParsedClaim[]): readonly ParsedClaim[] {
  const found = new Map<number, ParsedClaim>()
  const open = [...claim.dependsOn]
  for (let no = open.pop(); no !== undefined; no = open.pop()) {
    const parent = claims.find((each) => each.no === no)
    if (!parent || found.has(no) || no === claim.no) continue
    found.set(no, parent)
    open.push(...parent.dependsOn)
  }
  return [...found.values()]
}
