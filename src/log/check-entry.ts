import { sameBytes } from './core/bytes.ts'
import { openField, parseLeaf } from './core/leaf.ts'
import type { Discrepancy, StoredEntry } from './discrepancy.ts'
import { sha256, tree } from './node-hash.ts'

/** One entry against itself: leaf and its hash, leaf and columns, commitments and payload. */
export function* checkEntry(entry: StoredEntry): Iterable<Discrepancy> {
  const { index, fields, salts } = entry
  const found = (says: string) => ({ index, says: `第 ${index} 号条目${says}` })
  if (!sameBytes(tree.leaf(entry.leaf), entry.leaf_hash)) yield found('的叶子与其散列不符：叶子或散列被改动')
  const leaf = parseLeaf(entry.leaf)
  if (!leaf) {
    yield found('的叶子不是第 1 版格式')
    return
  }
  if (leaf.index !== index || leaf.op !== entry.op || leaf.at !== entry.at.toISOString()) {
    yield found('的序号、操作或时间与叶子不符')
  }
  if (!fields || !salts) {
    yield found('缺少完整内容')
    return
  }
  for (const field of new Set([...Object.keys(leaf.c), ...Object.keys(fields)])) {
    const [salt, value] = [salts[field], fields[field]]
    const opens = salt !== undefined && value !== undefined && openField(sha256, leaf, field, { salt, value })
    if (!opens) yield found(`的字段“${field}”与叶子中的承诺不符：内容、盐或承诺被改动`)
  }
}
