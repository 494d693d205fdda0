import type { z } from 'zod'
import type { Json } from '#kernel/json.ts'
import { parseVerifierKey } from '#log/core/note-key.ts'
import { checkReceipt } from '#log/core/receipt.ts'
import { sha256, tree } from '#verify/sha256.ts'
import type { ProofState } from '#web/kit/Proof.tsx'
import type { entryProof } from '../contract.ts'

/** What this browser found out about an entry by itself. */
export interface CheckedProof {
  readonly state: ProofState
  /** Fields that were laid open and agree with the log; empty unless proven. */
  readonly opened: Readonly<Record<string, Json>>
  /** ISO time of the proven leaf. */
  readonly at?: string
}

/** Checks the proof of an entry here: signature of the checkpoint, place in the tree, every opened field. */
export async function checkProof(answer: z.output<typeof entryProof.output>): Promise<CheckedProof> {
  const { proof, vkey, origin, index } = answer
  if (proof === null)
    return { state: { state: 'unpublished', says: '约一秒后公布，届时可以核对。' }, opened: {} }
  const key = parseVerifierKey(sha256, vkey)
  if (!key) return broken('服务器给出的日志密钥无法读取。')
  try {
    const receipt = await checkReceipt(tree, proof, { origin, keys: [key] })
    if ('says' in receipt) return broken(receipt.says)
    if (receipt.leaf.index !== index)
      return broken(`证明属于第 ${receipt.leaf.index} 号，不是第 ${index} 号。`)
    const opened = Object.entries(receipt.opened).map(([field, { value }]) => [field, value] as const)
    const says = `在规模 ${receipt.checkpoint.size} 的检查点中，${opened.length} 个字段与承诺值一致。`
    return { state: { state: 'proven', says }, opened: Object.fromEntries(opened), at: receipt.leaf.at }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    const says = '这个浏览器不能核对 Ed25519 签名，或者页面不在安全连接（https）下；请换用新版浏览器。'
    return { state: { state: 'unpublished', says }, opened: {} }
  }
}

function broken(says: string): CheckedProof {
  return { state: { state: 'broken', says }, opened: {} }
}
