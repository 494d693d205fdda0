import { fromBase64 } from '#log/core/base64.ts'
import type { Checkpoint } from '#log/core/checkpoint.ts'
import { verifyConsistency } from '#log/core/proof.ts'
import type { RootAtSize } from './draw-evidence.ts'
import { tree } from './sha256.ts'

/** Whether the tree of that size and root is a prefix of the tree that the checkpoint signs. */
export function verifyPrefix(at: RootAtSize, { size, root }: Pick<Checkpoint, 'size' | 'root'>): boolean {
  const olderRoot = fromBase64(at.root)
  const proof = at.consistency.map(fromBase64)
  if (!olderRoot || !proof.every((hash) => hash !== undefined)) return false
  return verifyConsistency(tree, { older: at.size, newer: size, olderRoot, newerRoot: root, proof })
}
