import { expect, it } from 'vitest'
import { tree } from '../node-hash.ts'
import { foldSubtrees, rootOf, subtreesOf } from './merkle.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
// The leaves and roots that Certificate Transparency implementations have shared since 2013.
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const hashes = leaves.map((leaf) => tree.leaf(Buffer.from(leaf, 'hex')))

it.each([
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
])('the tree of the first %i known leaves has its published root', (size, root) => {
  expect(hex(rootOf(tree, hashes.slice(0, size)))).toBe(root)
})

it('a tree is the fold of its complete subtrees, at every size', () => {
  const many = Array.from({ length: 300 }, (_, i) => tree.leaf(Uint8Array.of(i, i >> 8)))
  for (let size = 0; size <= many.length; size++) {
    const parts = subtreesOf(0, size).map(({ height, n }) =>
      rootOf(tree, many.slice(n * 2 ** height, (n + 1) * 2 ** height)),
    )
    expect(hex(foldSubtrees(tree, parts))).toBe(hex(rootOf(tree, many.slice(0, size))))
  }
})
