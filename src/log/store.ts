import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/json.ts'

/** Rows of the log are only ever added; log_entry and log_payload by log_append alone. */
type Never<T> = ColumnType<T, never, never>
type Once<T> = ColumnType<T, T, never>

declare module '#kernel/tables.ts' {
  interface Tables {
    /** The public leaves in order; leaf is the UTF-8 text that core/leaf.ts reads. */
    log_entry: {
      index: Never<number>
      at: Never<Date>
      op: Never<string>
      leaf: Never<Uint8Array>
      leaf_hash: Never<Uint8Array>
    }
    /** The full entries with the salt of each field: for those who may see the case. */
    log_payload: {
      index: Never<number>
      fields: Never<Readonly<Record<string, Json>>>
      salts: Never<Readonly<Record<string, string>>>
    }
    /** Full tiles: 256 hashes of 32 bytes, and their hash one level up. */
    log_tile: { level: Once<number>; n: Once<number>; hashes: Once<Uint8Array>; root: Once<Uint8Array> }
    /** Every checkpoint ever signed. */
    log_checkpoint: { size: Once<number>; note: Once<string>; at: Once<Date> }
  }
}
