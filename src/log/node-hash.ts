import { hash } from 'node:crypto'
import { type Sha256, treeHash } from './core/merkle.ts'

/** SHA-256 of the server; a plain Uint8Array, since Buffer's slice is a view and compares as another type. */
export const sha256: Sha256 = (bytes) => {
  const digest = hash('sha256', bytes, 'buffer')
  return new Uint8Array(digest.buffer, digest.byteOffset, digest.length)
}

/** The log's tree hashes on the server. */
export const tree = treeHash(sha256)
