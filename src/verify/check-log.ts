import { type CheckedReceipt, checkReceipt } from '#log/core/receipt.ts'
import { beijing } from './beijing-time.ts'
import { changedBlocks } from './changed-blocks.ts'
import type { Bytes } from './der.ts'
import type { Finding } from './finding.ts'
import { tree } from './sha256.ts'
import type { Trust } from './trust-file.ts'

/** Names of the attachments, operations and opened fields that tie a document to the log. */
export const freeze = {
  proof: 'freeze.tlog-proof',
  manifest: 'manifest.json',
  op: 'opinion.freeze',
  field: 'manifestSha256',
}
export const issue = { op: 'opinion.issue', field: 'fileSha256', blocks: 'fileBlocks' }

export interface CheckedLog {
  readonly findings: readonly Finding[]
  readonly changed: readonly [from: number, to: number][]
}

/** The manifest that the document carries is the one that was logged before anyone signed. */
export async function checkFreeze(attachments: ReadonlyMap<string, Bytes>, trust: Trust): Promise<Finding> {
  const manifest = attachments.get(freeze.manifest)
  const proof = attachments.get(freeze.proof)
  const broken = (detail: string, about: Finding['about'] = 'content'): Finding => ({
    id: 'freeze',
    about,
    holds: false,
    sentence: '定稿时的登记不能证实',
    detail,
  })
  if (!manifest || !proof) return broken(`文件没有携带 ${freeze.manifest} 和 ${freeze.proof}`)
  const receipt = await receiptOf(new TextDecoder().decode(proof), trust)
  if (!receipt) return { ...broken(notHere, 'trust'), holds: null }
  if ('says' in receipt) return broken(receipt.says, 'trust')
  const logged = loggedValue(receipt, freeze)
  if (logged !== (await hexSha256(manifest)))
    return broken('随附的清单（manifest.json）不是定稿时登记的那一份')
  const sentence = `定稿内容已在留痕日志登记（第 ${receipt.leaf.index} 号）`
  return {
    id: 'freeze',
    about: 'content',
    holds: true,
    sentence,
    detail: `登记于 ${beijing(Date.parse(receipt.leaf.at))}，清单 SHA-256 ${logged}`,
  }
}

/** The whole file is the one that was registered when it was issued; without the sidecar nobody can tell. */
export async function checkIssue(pdf: Bytes, sidecar: string | undefined, trust: Trust): Promise<CheckedLog> {
  if (sidecar === undefined) {
    const detail = '未提供 opinion.tlog-proof；它证明整个文件与签发时登记的文件逐字节相同'
    return only({ holds: null, sentence: '最终登记未核对', detail })
  }
  const receipt = await receiptOf(sidecar, trust)
  if (!receipt) return only({ holds: null, about: 'trust', sentence: '最终登记未核对', detail: notHere })
  if ('says' in receipt) {
    return only({ holds: false, about: 'trust', sentence: '签发时的登记不能证实', detail: receipt.says })
  }
  const logged = loggedValue(receipt, issue)
  const actual = await hexSha256(pdf)
  if (logged === actual) {
    const sentence = `整个文件与签发时登记的文件逐字节相同（第 ${receipt.leaf.index} 号）`
    return only({
      holds: true,
      sentence,
      detail: `登记于 ${beijing(Date.parse(receipt.leaf.at))}，SHA-256 ${actual}`,
    })
  }
  const detail =
    logged === undefined ? '所附证明不是签发登记' : `登记的 SHA-256 是 ${logged}，本文件是 ${actual}`
  const blocks = receipt.opened[issue.blocks]?.value
  const changed = logged !== undefined && typeof blocks === 'string' ? await changedBlocks(pdf, blocks) : []
  return { ...only({ holds: false, sentence: '文件与签发时登记的不同', detail }), changed }
}

function only(finding: Pick<Finding, 'holds' | 'sentence' | 'detail'> & Partial<Finding>): CheckedLog {
  return { findings: [{ id: 'issue', about: 'content', ...finding }], changed: [] }
}

const notHere = '本程序所在环境不支持 Ed25519，请换用新版浏览器，或用命令行核验'

/** Undefined where the host cannot check the log's kind of signature: that is not the same as a false one. */
async function receiptOf(text: string, trust: Trust): Promise<CheckedReceipt | { says: string } | undefined> {
  try {
    return await checkReceipt(tree, text, trust.log)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return undefined
    throw error
  }
}

function loggedValue(receipt: CheckedReceipt, expected: { op: string; field: string }): string | undefined {
  const value = receipt.opened[expected.field]?.value
  return receipt.leaf.op === expected.op && typeof value === 'string' ? value : undefined
}

async function hexSha256(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
