import { sameBytes } from './bytes.ts'
import type { TreeHash } from './merkle.ts'

/** Leaves [start, end). Every hash of a proof is the RFC 6962 hash of such a range. */
export type Range = readonly [start: number, end: number]

/** The ranges whose hashes prove that leaf `index` is in the tree of `size` leaves; the leaf's sibling first (RFC 6962 §2.1.1). */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!isIndex(index) || !isIndex(size) || index >= size) throw new RangeError(`no leaf ${index} in ${size}`)
  const ranges: Range[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    ranges.push(index < middle ? [middle, end] : [start, middle])
    if (index < middle) end = middle
    else start = middle
  }
  return ranges.reverse()
}

/** The ranges whose hashes prove that the tree of `older` leaves is a prefix of that of `newer` (RFC 6962 §2.1.2). */
export function consistencyRanges(older: number, newer: number): Range[] {
  if (!isIndex(older) || !isIndex(newer) || older > newer)
    throw new RangeError(`${older} is not before ${newer}`)
  if (older === 0) return []
  const ranges: Range[] = []
  let [start, end] = [0, newer]
  while (end > older) {
    const middle = start + splitOf(end - start)
    ranges.push(older <= middle ? [middle, end] : [start, middle])
    if (older <= middle) end = middle
    else start = middle
  }
  // A prefix that is a whole left subtree is known to the verifier as the older root itself.
  if (start > 0) ranges.push([start, end])
  return ranges.reverse()
}

export interface InclusionClaim {
  readonly index: number
  readonly size: number
  readonly leafHash: Uint8Array
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether the proof shows the leaf at `index` of the tree with this size and root (RFC 9162 §2.1.3.2). */
export function verifyInclusion(
  tree: TreeHash,
  { index, size, leafHash, root, proof }: InclusionClaim,
): boolean {
  if (!isIndex(index) || !isIndex(size) || index >= size || ![leafHash, root, ...proof].every(isHash))
    return false
  let [at, last, hash] = [index, size - 1, leafHash]
  for (const sibling of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = tree.node(sibling, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      hash = tree.node(hash, sibling)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && sameBytes(hash, root)
}

export interface ConsistencyClaim {
  readonly older: number
  readonly newer: number
  readonly olderRoot: Uint8Array
  readonly newerRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/**
 * Whether the proof shows that the older tree is a prefix of the newer (RFC 9162 §2.1.4.2). The empty tree is a prefix of
 * every tree and has nothing to prove: its proof must be empty.
 */
export function verifyConsistency(tree: TreeHash, claim: ConsistencyClaim): boolean {
  const { older, newer, olderRoot, newerRoot, proof } = claim
  if (!isIndex(older) || !isIndex(newer) || older > newer || ![olderRoot, newerRoot, ...proof].every(isHash))
    return false
  if (older === newer) return proof.length === 0 && sameBytes(olderRoot, newerRoot)
  if (older === 0) return proof.length === 0 && sameBytes(olderRoot, tree.sha256(new Uint8Array(0)))
  let [at, last] = [older - 1, newer - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  const [first, ...rest] = at === 0 ? [olderRoot, ...proof] : proof
  if (!first) return false
  let [olderHash, newerHash] = [first, first]
  for (const sibling of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      olderHash = tree.node(sibling, olderHash)
      newerHash = tree.node(sibling, newerHash)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      newerHash = tree.node(newerHash, sibling)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && sameBytes(olderHash, olderRoot) && sameBytes(newerHash, newerRoot)
}

// Sizes pass 2^31, so no bit operators.
const half = (n: number) => Math.floor(n / 2)
const isIndex = (n: number) => Number.isSafeInteger(n) && n >= 0
const isHash = (bytes: Uint8Array) => bytes.length === 32

/** The largest power of two below n. */
function splitOf(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}
