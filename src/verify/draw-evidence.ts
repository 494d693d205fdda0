/**
 * The file by which a stranger repeats a draw: what the log says of it, entry by entry, and the root at the size that was named
 * beforehand. All proofs are under one checkpoint.
 */
export interface DrawEvidence {
  readonly v: 1
  readonly kind: 'mingjian-draw'
  /** Id of the draw, as in its address /draws/… */
  readonly draw: string
  /** `.tlog-proof` texts in the order of the log, each with its public fields opened: commitment, opening or void, offers, answers. */
  readonly entries: readonly string[]
  /** Null until a checkpoint covers that size. */
  readonly root: RootAtSize | null
}

export interface RootAtSize {
  readonly size: number
  /** Base64 of 32 bytes. */
  readonly root: string
  /** Base64 hashes: the tree of that size is a prefix of the tree of the checkpoint. */
  readonly consistency: readonly string[]
}

export interface Candidate {
  readonly key: string
  /** Hash of what the register said of it, hex. */
  readonly item: string
}

/** Field `draw` of the entry `selection.commit-draw`: all that decides the draw but the secret itself. */
export interface DrawCommitment {
  readonly v: 1
  readonly draw: string
  readonly authority: string
  readonly need: { readonly ipType: string; readonly field: string | null; readonly region: string | null }
  /** Size of the log at which the register was read. */
  readonly register: number
  readonly candidates: readonly Candidate[]
  readonly excluded: readonly { readonly key: string; readonly reason: string }[]
  /** SHA-256 of the secret, hex. */
  readonly commitment: string
  /** Size of the log whose root enters the seed. */
  readonly size: number
  /** Last day for opening, Beijing date. */
  readonly openBy: string
}

/** Field `opening` of `selection.open-draw`. */
export interface DrawOpening {
  readonly draw: string
  readonly secret: string
  readonly picked: string
}

/** Field `turn` of whatever passes a draw on after its opening: who was offered the matter at which place, or what was answered. */
export interface DrawTurn {
  readonly draw: string
  readonly place: number
  readonly key: string
  readonly answer: 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'LAPSED'
  readonly reason: string | null
}

/** Field `voided` of `selection.void-draw`. */
export interface DrawVoided {
  readonly draw: string
  readonly authority: string
  readonly openBy: string
}

/** Which field each operation opens. */
export const drawFields: Readonly<Record<string, string>> = {
  'selection.commit-draw': 'draw',
  'selection.open-draw': 'opening',
  'selection.void-draw': 'voided',
  'selection.follow-draw': 'turn',
  'selection.lapse-offer': 'turn',
  'selection.accept-offer': 'turn',
  'selection.decline-offer': 'turn',
}

/** Reads the file as text or as what it parses to; undefined where it is no evidence of a draw. */
export function readEvidence(file: unknown): DrawEvidence | undefined {
  const value = typeof file === 'string' ? parsed(file) : file
  if (!isObject(value) || value.v !== 1 || value.kind !== 'mingjian-draw') return undefined
  const { draw, entries, root } = value
  if (!isText(draw) || !isListOf(entries, isText) || !(root === null || isRoot(root))) return undefined
  return { v: 1, kind: 'mingjian-draw', draw, entries, root }
}

export function isCommitment(value: unknown): value is DrawCommitment {
  if (!isObject(value) || value.v !== 1 || !isObject(value.need)) return false
  const { draw, authority, need, register, candidates, excluded, commitment, size, openBy } = value
  if (![draw, authority, need.ipType].every(isText) || ![register, size].every(isSize)) return false
  if (![need.field, need.region].every((part) => part === null || isText(part))) return false
  if (!isListOf(candidates, isCandidate) || !isListOf(excluded, isExclusion)) return false
  return isText(commitment) && /^[0-9a-f]{64}$/.test(commitment) && isDay(openBy)
}

export function isOpening(value: unknown): value is DrawOpening {
  return isObject(value) && [value.draw, value.secret, value.picked].every(isText)
}

export function isTurn(value: unknown): value is DrawTurn {
  if (!isObject(value) || !isText(value.draw) || !isText(value.key) || !isSize(value.place)) return false
  const answers: readonly unknown[] = ['OFFERED', 'ACCEPTED', 'DECLINED', 'LAPSED']
  return answers.includes(value.answer) && (value.reason === null || isText(value.reason))
}

export function isVoided(value: unknown): value is DrawVoided {
  return isObject(value) && isText(value.draw) && isText(value.authority) && isDay(value.openBy)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf<T>(value: unknown, is: (each: unknown) => each is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is)
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isDay = (value: unknown): value is string => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value)

function isCandidate(value: unknown): value is Candidate {
  return isObject(value) && isText(value.key) && isText(value.item)
}

function isExclusion(value: unknown): value is { readonly key: string; readonly reason: string } {
  return isObject(value) && isText(value.key) && isText(value.reason)
}

function isRoot(value: unknown): value is RootAtSize {
  return isObject(value) && isSize(value.size) && isText(value.root) && isListOf(value.consistency, isText)
}
