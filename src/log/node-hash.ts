import { hash } from 'node:crypto'

import { type Sha256, treeHash } from './core/merkle.ts'

/** SHA-256 of the server. */
export const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')

/** The log's tree hashes on the server. */
export const tree = treeHash(sha256)
