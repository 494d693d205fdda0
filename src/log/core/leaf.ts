import type { Json } from '#kernel/json.ts'

import { fromBase64url, toBase64url } from './base64.ts'
import { canonical } from './canonical.ts'
import type { Sha256 } from './merkle.ts'

/**
 * The public leaf, format version 1: what everybody may see of an entry. `c` holds one salted commitment per field of the
 * full entry, so that no personal data is public and each field can be opened alone. `at` is UTC with milliseconds; the
 * order of entries is `index`, never `at`.
 */
export interface Leaf {
  readonly v: 1
  readonly index: number
  readonly op: string
  readonly at: string
  readonly c: Readonly<Record<string, string>>
}

/** One field laid open: its value and the 32 random bytes (base64url) that kept it from being guessed. */
export interface OpenedField {
  readonly salt: string
  readonly value: Json
}

const head = '{"v":1,"index":'
const opPattern = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/
const atPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const fieldPattern = /^[a-zA-Z][a-zA-Z0-9_-]*$/
const encoder = new TextEncoder()

/** The leaf's text around its index, which is known only under the log's lock: head, index, tail. */
export function leafAroundIndex(leaf: Pick<Leaf, 'op' | 'at' | 'c'>): { head: string; tail: string } {
  if (!opPattern.test(leaf.op)) throw new TypeError(`not an operation id: ${leaf.op}`)
  if (!atPattern.test(leaf.at)) throw new TypeError(`not a time in UTC with milliseconds: ${leaf.at}`)
  for (const field of Object.keys(leaf.c)) {
    if (!fieldPattern.test(field)) throw new TypeError(`not a field name: ${field}`)
  }
  return { head, tail: `,"op":"${leaf.op}","at":"${leaf.at}","c":${canonical(leaf.c)}}` }
}

/** The leaf's text, whose UTF-8 bytes are hashed into the tree. */
export function leafText(leaf: Leaf): string {
  const around = leafAroundIndex(leaf)
  return `${around.head}${leaf.index}${around.tail}`
}

/** Reads a leaf strictly: any other spelling than leafText's is undefined. */
export function parseLeaf(bytes: Uint8Array): Leaf | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const leaf: unknown = JSON.parse(text)
    return isLeaf(leaf) && leafText(leaf) === text ? leaf : undefined
  } catch {
    return undefined
  }
}

function isLeaf(value: unknown): value is Leaf {
  if (typeof value !== 'object' || value === null) return false
  const { v, index, op, at, c } = value as Record<string, unknown> // any object may be asked for keys
  if (v !== 1 || typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0) return false
  if (typeof op !== 'string' || typeof at !== 'string' || typeof c !== 'object' || c === null) return false
  return Object.values(c).every((commitment) => fromBase64url(String(commitment))?.length === 32)
}

/** commitment = SHA-256(salt ‖ field name ‖ 0x00 ‖ canonical JSON of the value), base64url. */
export function commit(sha256: Sha256, field: string, { salt, value }: OpenedField): string {
  const saltBytes = fromBase64url(salt)
  if (saltBytes?.length !== 32) throw new TypeError('a salt is 32 bytes in base64url')
  const rest = encoder.encode(`${field}\0${canonical(value)}`)
  const message = new Uint8Array(32 + rest.length)
  message.set(saltBytes)
  message.set(rest, 32)
  return toBase64url(sha256(message))
}

/** Whether the opened field is the one that the leaf commits to. */
export function openField(sha256: Sha256, leaf: Leaf, field: string, opened: OpenedField): boolean {
  try {
    return Object.hasOwn(leaf.c, field) && leaf.c[field] === commit(sha256, field, opened)
  } catch {
    return false
  }
}
