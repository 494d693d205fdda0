/** SHA-256 as its host offers it: node:crypto on the server, a small library in the browser. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** The two hashes of an RFC 6962 tree. */
export interface TreeHash {
  readonly sha256: Sha256
  /** SHA-256(0x00 ‖ leaf) */
  leaf(bytes: Uint8Array): Uint8Array
  /** SHA-256(0x01 ‖ left ‖ right) */
  node(left: Uint8Array, right: Uint8Array): Uint8Array
}

/** The tree hashes over a given SHA-256. */
export function treeHash(sha256: Sha256): TreeHash {
  // One buffer for all interior nodes: hashing is synchronous, and proofs are checked by the ten thousand.
  const interior = new Uint8Array(65)
  interior[0] = 1
  return {
    sha256,
    leaf(bytes) {
      const message = new Uint8Array(1 + bytes.length)
      message.set(bytes, 1)
      return sha256(message)
    },
    node(left, right) {
      interior.set(left, 1)
      interior.set(right, 33)
      return sha256(interior)
    },
  }
}

/** A complete subtree: the 2^height leaves from n × 2^height on. */
export interface Subtree {
  readonly height: number
  readonly n: number
}

/**
 * The complete subtrees that make up leaves [start, end), left to right, at most one or two per height.
 * Hashing them together from the right gives the RFC 6962 hash of the range where start is 0 or a range of its recursion.
 */
export function subtreesOf(start: number, end: number): Subtree[] {
  const parts: Subtree[] = []
  for (let at = start; at < end; ) {
    let height = 0
    while (at % 2 ** (height + 1) === 0 && at + 2 ** (height + 1) <= end) height++
    parts.push({ height, n: at / 2 ** height })
    at += 2 ** height
  }
  return parts
}

/** The hash of a range from the hashes of its complete subtrees; of nothing, SHA-256 of the empty string. */
export function foldSubtrees(tree: TreeHash, hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.length === 0
    ? tree.sha256(new Uint8Array(0))
    : hashes.reduceRight((right, left) => tree.node(left, right))
}

/** The root over leaf hashes (RFC 6962 §2.1). */
export function rootOf(tree: TreeHash, leafHashes: readonly Uint8Array[]): Uint8Array {
  let level = [...leafHashes]
  if (level.length === 0) return foldSubtrees(tree, level)
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = level.slice(i, i + 2)
      if (left) above.push(right ? tree.node(left, right) : left)
    }
    level = above
  }
  return level[0] ?? foldSubtrees(tree, [])
}
