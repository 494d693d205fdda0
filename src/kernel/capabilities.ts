import type { Kysely, Transaction } from 'kysely'
import type { Json } from './json.ts'
import type { Tables } from './tables.ts'

export type Tx = Transaction<Tables>

/** A handle that can only read: queries and jobs cannot write past the pipeline. */
export type ReadDb = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'fn'>

/** Content-addressed blobs; names are lower-case hex SHA-256. */
export interface Files {
  /** Stores bytes durably (fsync, read back) and returns their SHA-256. */
  put(bytes: Uint8Array): Promise<string>
  read(sha256: string): Promise<Uint8Array>
  stream(sha256: string): ReadableStream<Uint8Array>
  size(sha256: string): Promise<number>
  /** The stored bytes hashed anew. */
  rehash(sha256: string): Promise<string>
}

/** The outbox: sent in the caller's transaction, run after it, at least once. */
export interface Outbox {
  send(tx: Tx, job: string, payload: Json, options?: { key?: string; startAfter?: Date }): Promise<void>
}

export interface Chance {
  bytes(length: number): Uint8Array
  id(): string
}

/** What acts may use beyond the database (documents, certificates, stamps, proofs); each is typed by declaration merging where it is made. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Services {}
