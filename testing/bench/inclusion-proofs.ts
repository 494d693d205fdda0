import { createHash } from 'node:crypto'
import { inclusionRanges, verifyInclusion } from '#log/core/proof.ts'
import { tree } from '#log/node-hash.ts'
import { type Figure, rounded, secondsOf } from './figure.ts'

const HEIGHT = 20
const CHECKS = 50_000

/**
 * Checks proofs of leaves all over a whole tree of 2^20, each with the length that RFC 6962 allows. Counted in processor
 * time: one thread without input or output, so on a machine that does nothing else it is the time on the wall.
 */
export async function inclusionProofs(): Promise<readonly Figure[]> {
  const levels = wholeTree()
  const size = 2 ** HEIGHT
  const root = levels[HEIGHT]?.[0] ?? new Uint8Array()
  const claims = Array.from({ length: CHECKS }, (_, i) => {
    const index = (i * 20_983 + 7) % size // steps all over the tree: the multiplier is odd and large
    const proof = inclusionRanges(index, size).map(([from, to]) => {
      const level = Math.log2(to - from)
      return levels[level]?.[from / 2 ** level] ?? new Uint8Array()
    })
    return { index, size, root, proof, leafHash: levels[0]?.[index] ?? new Uint8Array() }
  })
  const longest = Math.max(...claims.map(({ proof }) => proof.length))
  let held = 0
  const before = process.cpuUsage()
  const seconds = await secondsOf(() => {
    for (const claim of claims) if (verifyInclusion(tree, claim)) held += 1
  })
  const { user, system } = process.cpuUsage(before)
  if (held !== CHECKS) throw new Error(`${CHECKS - held} of the proofs do not hold`)
  const value = rounded((CHECKS * 1e6) / (user + system))
  return [
    {
      name: 'inclusion-proofs',
      value,
      unit: '个/处理器秒',
      against: `Node 中单线程逐个验证 ${CHECKS} 个包含证明，树规模 2^${HEIGHT}；当时按钟表 ${rounded(CHECKS / seconds)} 个/秒；证明最长 ${longest} 个散列，RFC 6962 上限 ${HEIGHT}`,
      goal: '≥ 25000，长度不超过上限',
      holds: value >= 25_000 && longest <= HEIGHT,
    },
  ]
}

/** All hashes of the tree, level by level. */
function wholeTree(): readonly (readonly Uint8Array[])[] {
  const levels: Uint8Array[][] = [
    Array.from({ length: 2 ** HEIGHT }, (_, i) => tree.leaf(createHash('sha256').update(`${i}`).digest())),
  ]
  for (let below = levels[0] ?? []; below.length > 1; ) {
    const above: Uint8Array[] = []
    for (let i = 0; i < below.length; i += 2)
      above.push(tree.node(below[i] ?? new Uint8Array(), below[i + 1] ?? new Uint8Array()))
    levels.push(above)
    below = above
  }
  return levels
}
