import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tree } from '../node-hash.ts'
import { rootOf } from './merkle.ts'
import {
  consistencyRanges,
  inclusionRanges,
  type Range,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts'

const leaves = Array.from({ length: 130 }, (_, i) => tree.leaf(new TextEncoder().encode(`条目 ${i}`)))
const root = (size: number) => rootOf(tree, leaves.slice(0, size))
const roots = Array.from({ length: leaves.length + 1 }, (_, size) => root(size))
const hashes = (ranges: readonly Range[]) =>
  ranges.map(([start, end]) => rootOf(tree, leaves.slice(start, end)))
const at = <T>(list: readonly T[], i: number): T => {
  const item = list[i]
  if (item === undefined) throw new RangeError(`nothing at ${i}`)
  return item
}

const inclusion = (index: number, size: number) => {
  const proof = hashes(inclusionRanges(index, size))
  return { index, size, leafHash: at(leaves, index), root: at(roots, size), proof }
}
const consistency = (older: number, newer: number) => {
  const proof = hashes(consistencyRanges(older, newer))
  return { older, newer, olderRoot: at(roots, older), newerRoot: at(roots, newer), proof }
}

describe('inclusion', () => {
  it('every leaf of every tree up to 130 leaves is proved, within ⌈log2 n⌉ hashes', () => {
    for (let size = 1; size <= 130; size++) {
      for (let index = 0; index < size; index++) {
        const claim = inclusion(index, size)
        expect(claim.proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
        expect(verifyInclusion(tree, claim), `${index} of ${size}`).toBe(true)
      }
    }
  })

  it('one changed bit anywhere, a hash more, less or exchanged, another index or size is rejected', () => {
    const bit = fc.nat(255)
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 130 }), fc.nat(129), fc.nat(7), bit, (size, i, which, bitNo) => {
        const claim = inclusion(i % size, size)
        const k = which % claim.proof.length
        const changed = claim.proof.map((hash, j) => (j === k ? flip(hash, bitNo) : hash))
        const [first = claim.root] = claim.proof
        const wrong = [
          { ...claim, proof: changed },
          { ...claim, root: flip(claim.root, bitNo) },
          { ...claim, leafHash: flip(claim.leafHash, bitNo) },
          { ...claim, proof: claim.proof.slice(1) },
          { ...claim, proof: claim.proof.slice(0, -1) },
          { ...claim, proof: [first, ...claim.proof] },
          { ...claim, proof: [...claim.proof, claim.root] },
          { ...claim, proof: claim.proof.map((hash) => hash.slice(1)) },
          { ...claim, index: (claim.index + 1) % size },
          { ...claim, index: -1 },
          { ...claim, index: claim.index + 0.5 },
          { ...claim, size: 0 },
          { ...claim, size: size * 2 ** 60 },
        ]
        for (const claimed of wrong) expect(verifyInclusion(tree, claimed)).toBe(false)
      }),
    )
  })
})

describe('consistency', () => {
  it('every pair of sizes up to 130 is proved, the empty tree with an empty proof', () => {
    for (let newer = 0; newer <= 130; newer++) {
      for (let older = 0; older <= newer; older++) {
        expect(verifyConsistency(tree, consistency(older, newer)), `${older} → ${newer}`).toBe(true)
      }
    }
  })

  it('one changed bit anywhere, a hash more or less, other sizes or swapped roots are rejected', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 130 }),
        fc.nat(128),
        fc.nat(7),
        fc.nat(255),
        (newer, i, which, bitNo) => {
          const claim = consistency(1 + (i % (newer - 1)), newer)
          const k = which % claim.proof.length
          const wrong = [
            { ...claim, proof: claim.proof.map((hash, j) => (j === k ? flip(hash, bitNo) : hash)) },
            { ...claim, olderRoot: flip(claim.olderRoot, bitNo) },
            { ...claim, newerRoot: flip(claim.newerRoot, bitNo) },
            { ...claim, olderRoot: claim.newerRoot, newerRoot: claim.olderRoot },
            { ...claim, proof: claim.proof.slice(1) },
            { ...claim, proof: claim.proof.slice(0, -1) },
            { ...claim, proof: [] },
            { ...claim, proof: [...claim.proof, claim.newerRoot] },
            { ...claim, proof: claim.proof.map((hash) => hash.slice(1)) },
            { ...claim, older: claim.newer, newer: claim.older },
            { ...claim, older: 0 },
            { ...claim, older: -1 },
          ]
          for (const claimed of wrong) expect(verifyConsistency(tree, claimed)).toBe(false)
        },
      ),
    )
  })

  it('the same size has an empty proof and equal roots', () => {
    const same = consistency(5, 5)
    expect(verifyConsistency(tree, same)).toBe(true)
    expect(verifyConsistency(tree, { ...same, proof: [same.olderRoot] })).toBe(false)
    expect(verifyConsistency(tree, { ...same, newerRoot: at(roots, 6) })).toBe(false)
  })
})

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
}
