import { utf8Text } from './bytes.ts'
import { canonical } from './canonical.ts'
import { type LogTrust, type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts'
import { type Leaf, type OpenedField, openField, parseLeaf } from './leaf.ts'
import type { TreeHash } from './merkle.ts'
import { verifyInclusion } from './proof.ts'
import { parseTlogProof } from './tlog-proof.ts'

/** What a proof file of ours carries as `extra`: the leaf's text, and the fields laid open to whoever gets the file. */
export interface OpenedLeaf {
  readonly leaf: string
  readonly opened: Readonly<Record<string, OpenedField>>
}

/** The opened leaf as bytes: canonical JSON in UTF-8. */
export function printOpenedLeaf({ leaf, opened }: OpenedLeaf): Uint8Array {
  const fields = Object.entries(opened).map(([field, { salt, value }]) => [field, { salt, value }] as const)
  return new TextEncoder().encode(canonical({ leaf, opened: Object.fromEntries(fields) }))
}

/** A proof file of which everything was checked: the leaf is in the log, and the opened fields are those of the leaf. */
export interface CheckedReceipt {
  readonly leaf: Leaf
  readonly opened: Readonly<Record<string, OpenedField>>
  readonly checkpoint: OpenedCheckpoint
}

/** Checks a proof file against the trusted log, offline; says in Chinese what does not hold. */
export async function checkReceipt(
  tree: TreeHash,
  text: string,
  trust: LogTrust,
): Promise<CheckedReceipt | { says: string }> {
  const proof = parseTlogProof(text)
  if (!proof) return { says: '日志证明的格式不正确，可能被改动或截断' }
  const carried = proof.extra && parseOpenedLeaf(proof.extra)
  const leafBytes = new TextEncoder().encode(carried?.leaf ?? '')
  const leaf = parseLeaf(leafBytes)
  if (!carried || !leaf) return { says: '日志证明中没有可读的日志条目' }
  if (leaf.index !== proof.index) return { says: `条目写的序号是 ${leaf.index}，证明写的却是 ${proof.index}` }
  const checkpoint = await openCheckpoint(proof.checkpoint, trust)
  if ('says' in checkpoint) return checkpoint
  const { size, root } = checkpoint
  const claim = { index: proof.index, size, root, leafHash: tree.leaf(leafBytes), proof: proof.hashes }
  if (!verifyInclusion(tree, claim))
    return { says: `第 ${leaf.index} 号条目不在检查点所签的日志里，条目或证明被改动` }
  for (const [field, opened] of Object.entries(carried.opened)) {
    if (!openField(tree.sha256, leaf, field, opened))
      return { says: `公开的字段“${field}”与日志中的承诺不符` }
  }
  return { leaf, opened: carried.opened, checkpoint }
}

/** Reads strictly: any other spelling than printOpenedLeaf's is undefined. */
function parseOpenedLeaf(bytes: Uint8Array): OpenedLeaf | undefined {
  const text = utf8Text(bytes)
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isOpenedLeaf(value) && utf8Text(printOpenedLeaf(value)) === text ? value : undefined
  } catch {
    return undefined
  }
}

function isOpenedLeaf(value: unknown): value is OpenedLeaf {
  if (typeof value !== 'object' || value === null) return false
  if (!('leaf' in value) || typeof value.leaf !== 'string' || !('opened' in value)) return false
  if (typeof value.opened !== 'object' || value.opened === null) return false
  return Object.values(value.opened).every(
    (field) => field && typeof field.salt === 'string' && 'value' in field,
  )
}
