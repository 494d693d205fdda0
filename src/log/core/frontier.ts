import { foldSubtrees, type TreeHash } from './merkle.ts'

/** A growing tree of which only the complete subtrees on its right edge are kept: at most one per height. */
export interface Frontier {
  add(leafHash: Uint8Array): void
  root(): Uint8Array
}

export function frontier(tree: TreeHash): Frontier {
  const edge: { height: number; hash: Uint8Array }[] = []
  return {
    add(leafHash) {
      let [height, hash] = [0, leafHash]
      for (let left = edge.at(-1); left?.height === height; left = edge.at(-1)) {
        edge.pop()
        hash = tree.node(left.hash, hash)
        height++
      }
      edge.push({ height, hash })
    },
    root: () =>
      foldSubtrees(
        tree,
        edge.map(({ hash }) => hash),
      ),
  }
}
