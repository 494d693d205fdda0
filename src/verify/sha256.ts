import { sha256 as noble } from '@noble/hashes/sha2.js'
import { type Sha256, treeHash } from '#log/core/merkle.ts'

/** SHA-256 without waiting, for the few small hashes of a log proof; files are hashed by WebCrypto. */
export const sha256: Sha256 = (bytes) => noble(bytes)

/** The log's tree hashes for a reader anywhere. */
export const tree = treeHash(sha256)
