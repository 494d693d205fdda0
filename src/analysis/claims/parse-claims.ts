import type { ClaimSet, ParsedClaim } from './contract.ts'
import { findFaults } from './find-faults.ts'

/** Reads a set of claims: one claim per number at the start of a line; a text without numbers is one claim. */
export function parseClaims(text: string): ClaimSet {
  const claims = cutByNumber(text).map(readClaim)
  return { claims, faults: findFaults(claims) }
}

interface RawClaim {
  readonly no: number
  readonly start: number
  readonly end: number
  readonly text: string
}

function cutByNumber(text: string): readonly RawClaim[] {
  const heads = [...text.matchAll(/(?<=^|\n)[ \t\u3000]*(\d{1,3})[ \t]*[.．、:：][ \t\u3000]*(?!\d)/g)]
  if (heads.length === 0) return text.trim() === '' ? [] : [raw(text, 1, 0, text.length)]
  return heads.map((head, index) =>
    raw(text, Number(head[1]), head.index + head[0].length, heads[index + 1]?.index ?? text.length),
  )
}

function raw(text: string, no: number, from: number, to: number): RawClaim {
  const slice = text.slice(from, to)
  const start = from + (slice.length - slice.trimStart().length)
  const trimmed = slice.trim()
  return { no, start, end: start + trimmed.length, text: trimmed }
}

/** A reference to other claims, e.g. 权利要求1至4中任一项: numbers, ranges and what joins them. */
const reference =
  /权利要求\s*((?:\d{1,3}|[\s、，,和及或与至到~～\-—–]|权利要求|任意?(?:一)?[项个]?|之一|中的?|所述)+)/

function readClaim(claim: RawClaim): ParsedClaim {
  const opening = claim.text.slice(0, 80)
  const leading = /^(?:一种)?(?:根据|如|按照?|依据|依照|依|权利要求)/.test(opening)
  const list = reference.exec(opening)?.[1] ?? ''
  const dependsOn = leading ? claimNumbers(list) : []
  const subject = subjectOf(claim.text, dependsOn.length > 0)
  return {
    ...claim,
    independent: dependsOn.length === 0,
    dependsOn,
    multipleDependent: dependsOn.length > 1,
    subject,
  }
}

/** 1-4 → 1,2,3,4; 1或3 → 1,3. A range that runs backwards gives its two ends. */
export function claimNumbers(list: string): readonly number[] {
  const numbers = new Set<number>()
  for (const match of list.matchAll(/(\d{1,3})(?:\s*(?:至|到|[~～\-—–]+)\s*(?:权利要求)?\s*(\d{1,3}))?/g)) {
    const from = Number(match[1])
    const to = Number(match[2] ?? match[1])
    for (let no = from; no <= to; no += 1) numbers.add(no)
    if (to < from) numbers.add(from).add(to)
  }
  return [...numbers].toSorted((a, b) => a - b)
}

function subjectOf(text: string, dependent: boolean): string {
  const pattern = dependent
    ? /所述的?([^，,；;：:。]+?)(?:，|,|；|;|：|:|。|其特征|$)/
    : /^(?:一种)?(.+?)(?:，|,|；|;|：|:|。|其特征|包括|包含|$)/
  return pattern.exec(text)?.[1]?.trim() ?? ''
}
