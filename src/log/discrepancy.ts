import type { Json } from '#kernel/json.ts'

/** What does not agree: the entry it concerns, if one, and a sentence that says what was found. */
export interface Discrepancy {
  readonly index: number | null
  readonly says: string
}

/** An entry as stored; null where its payload is missing. */
export interface StoredEntry {
  readonly index: number
  readonly at: Date
  readonly op: string
  readonly leaf: Uint8Array
  readonly leaf_hash: Uint8Array
  readonly fields: Readonly<Record<string, Json>> | null
  readonly salts: Readonly<Record<string, string>> | null
}
