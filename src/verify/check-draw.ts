import { fromBase64 } from '#log/core/base64.ts'
import { type CheckedReceipt, checkReceipt } from '#log/core/receipt.ts'
import { checkDeal, type Deal } from './check-deal.ts'
import { type DrawEvidence, drawFields, isCommitment, readEvidence } from './draw-evidence.ts'
import type { Finding } from './finding.ts'
import { tree } from './sha256.ts'
import type { Trust } from './trust-file.ts'
import { verifyPrefix } from './verify-prefix.ts'

/** What was found out about a draw, and what it came to where all of it holds. */
export interface DrawReport {
  /** Everything that could be checked holds. */
  readonly ok: boolean
  readonly sentence: string
  readonly findings: readonly Finding[]
  readonly deal: Deal | undefined
}

/** Repeats a draw from its evidence alone: offline, trusting only the log key in the reader's own trust file. */
export async function checkDraw(file: unknown, trust: Pick<Trust, 'log'>): Promise<DrawReport> {
  const evidence = readEvidence(file)
  if (!evidence) return unreadable('文件不是抽签证据，或者被截断')
  const receipts: CheckedReceipt[] = []
  for (const [i, text] of evidence.entries.entries()) {
    const receipt = await checkReceipt(tree, text, trust.log)
    if ('says' in receipt) return unreadable(`第 ${i + 1} 份登记证明不成立：${receipt.says}`)
    receipts.push(receipt)
  }
  const misplaced = misplacedEntry(evidence, receipts)
  if (misplaced) return unreadable(misplaced)
  const logged = finding(
    'log',
    true,
    `${receipts.length} 条登记都在受信任的日志里（${receipts.map(({ leaf }) => `第 ${leaf.index} 号`).join('、')}）`,
  )
  const root = rootFinding(evidence, receipts)
  const { findings, deal } = checkDeal(
    receipts.map(({ leaf, opened }) => ({ leaf, value: opened[drawFields[leaf.op] ?? '']?.value })),
    root.holds === true ? fromBase64(evidence.root?.root ?? '') : undefined,
  )
  const all = [logged, root, ...findings]
  const ok = all.every(({ holds }) => holds !== false)
  return {
    ok,
    sentence: ok ? (deal?.sentence ?? '') : '这次抽签的证据有不成立之处，不能采信',
    findings: all,
    deal,
  }
}

/** Entries of another kind, another draw or out of order; proofs that are not under one checkpoint. */
function misplacedEntry(
  { draw, entries }: DrawEvidence,
  receipts: readonly CheckedReceipt[],
): string | undefined {
  const [first] = receipts
  if (!first || entries.length > 100_000) return '文件里没有登记证明'
  for (const [i, { leaf, opened, checkpoint }] of receipts.entries()) {
    const field = drawFields[leaf.op]
    const value = field === undefined ? undefined : opened[field]?.value
    const named = typeof value === 'object' && value !== null && 'draw' in value ? value.draw : undefined
    if (named !== draw) return `第 ${leaf.index} 号登记不属于这次抽签`
    if ((i === 0) !== (leaf.op === 'selection.commit-draw')) return '第一条登记必须是抽签承诺，且只有一条'
    if (leaf.index <= (receipts[i - 1]?.leaf.index ?? -1)) return '登记没有按日志次序排列'
    if (checkpoint.size !== first.checkpoint.size) return '各条登记证明不在同一个检查点之下'
  }
  return undefined
}

/** The root at the size named beforehand is that of the very log that the entries are in. */
function rootFinding({ root }: DrawEvidence, receipts: readonly CheckedReceipt[]): Finding {
  const [first] = receipts
  const committed = first?.opened.draw?.value
  if (root === null || !first) return finding('root', null, '约定规模的日志根还没有公布')
  if (!isCommitment(committed) || committed.size !== root.size)
    return finding('root', false, `所附的是规模 ${root.size} 的日志根，不是约定的规模`)
  const { checkpoint } = first
  const holds = verifyPrefix(root, checkpoint)
  return finding(
    'root',
    holds,
    holds
      ? `规模 ${root.size} 的日志根属于同一日志（检查点规模 ${checkpoint.size}）`
      : `所附的日志根不是这个日志在规模 ${root.size} 时的根`,
  )
}

function unreadable(says: string): DrawReport {
  return { ok: false, sentence: '无法核验', findings: [finding('file', false, says)], deal: undefined }
}

function finding(id: string, holds: boolean | null, sentence: string): Finding {
  return { id, about: 'content', holds, sentence, detail: '' }
}
