import type { Json } from '#kernel/json.ts'
import type { Leaf } from '#log/core/leaf.ts'
import { beijing } from './beijing-time.ts'
import {
  type DrawCommitment,
  type DrawOpening,
  type DrawTurn,
  isCommitment,
  isOpening,
  isTurn,
  isVoided,
} from './draw-evidence.ts'
import { bytes32, commitmentTo, drawnOrder, drawSeed } from './draw-order.ts'
import type { Finding } from './finding.ts'
import { sha256 } from './sha256.ts'

/** One entry of the draw, proven to be in the log, with the value of its public field. */
export interface ProvenEntry {
  readonly leaf: Leaf
  readonly value: Json | undefined
}

/** What the draw came to, recomputed. */
export interface Deal {
  readonly commitment: DrawCommitment
  /** All candidates as drawn; undefined until opened. */
  readonly order: readonly string[] | undefined
  readonly outcome: 'COMMITTED' | 'OPENED' | 'ACCEPTED' | 'EXHAUSTED' | 'VOIDED'
  readonly sentence: string
}

interface Checked {
  readonly findings: readonly Finding[]
  readonly deal: Deal | undefined
}

/** Whether commitment, opening and what followed obey the rules of the draw; `root` is undefined where it is not proven. */
export function checkDeal([first, ...later]: readonly ProvenEntry[], root: Uint8Array | undefined): Checked {
  const commitment = first?.value
  if (!first || !isCommitment(commitment))
    return { findings: [says('commit', false, '抽签承诺的格式不正确')], deal: undefined }
  const beforehand = commitFinding(first.leaf, commitment)
  const [second, ...turns] = later
  if (!second) {
    const sentence = `抽签已承诺，尚未开封；应在 ${commitment.openBy} 以前开封`
    return { findings: [beforehand], deal: { commitment, order: undefined, outcome: 'COMMITTED', sentence } }
  }
  if (second.leaf.op === 'selection.void-draw') return voided(commitment, beforehand, second, turns.length)
  const opening = second.value
  if (second.leaf.op !== 'selection.open-draw' || !isOpening(opening))
    return {
      findings: [beforehand, says('open', false, '承诺之后的登记既不是开封也不是作废')],
      deal: undefined,
    }
  const secret = bytes32(opening.secret)
  const opened = openFinding(commitment, opening, second.leaf)
  if (!root || !secret)
    return {
      findings: [beforehand, opened, says('order', false, '缺少约定规模的日志根，次序无法重算')],
      deal: undefined,
    }
  const keys = commitment.candidates.map(({ key }) => key)
  const order = drawnOrder(sha256, drawSeed(sha256, { root, secret }), keys)
  const picked = says(
    'order',
    order[0] === opening.picked,
    order[0] === opening.picked
      ? `由日志根和密钥重算，首位是 ${order[0]}`
      : `由日志根和密钥重算，首位是 ${order[0]}，登记的却是 ${opening.picked}`,
  )
  const passed = turnFindings(order, turns)
  const outcome = outcomeOf(order, turns)
  return {
    findings: [beforehand, opened, picked, ...passed],
    deal: { commitment, order, outcome, sentence: sentenceOf(order, turns, outcome) },
  }
}

/** The list has no name twice, and the root was not there when the list was laid down. */
function commitFinding({ index, at }: Leaf, { size, candidates }: DrawCommitment): Finding {
  const distinct = new Set(candidates.map(({ key }) => key)).size === candidates.length
  const later = size >= index + 2
  const when = `登记于 ${beijing(Date.parse(at))}`
  if (!distinct) return says('commit', false, '候选名单中有重复')
  if (!later) return says('commit', false, `约定的日志规模 ${size} 在承诺（第 ${index} 号）时已可预知`)
  return says(
    'commit',
    true,
    `${candidates.length} 家候选、排除理由、密钥的散列和日志规模 ${size} 都在事前登记`,
    when,
  )
}

function openFinding(
  { commitment, size, openBy }: DrawCommitment,
  { secret }: DrawOpening,
  leaf: Leaf,
): Finding {
  const bytes = bytes32(secret)
  if (!bytes || commitmentTo(sha256, bytes) !== commitment)
    return says('open', false, '开封的密钥与事前登记的散列不符')
  if (leaf.index < size) return says('open', false, '开封早于约定的日志规模')
  if (dayOf(leaf) > openBy) return says('open', false, `开封晚于期限 ${openBy}`)
  return says(
    'open',
    true,
    '开封的密钥与事前登记的散列相符，且在期限以内',
    `登记于 ${beijing(Date.parse(leaf.at))}`,
  )
}

/** The matter goes down the drawn order, one at a time, and never past an acceptance. */
function turnFindings(order: readonly string[], turns: readonly ProvenEntry[]): readonly Finding[] {
  let place = 0
  let due: 'answer' | 'offer' | 'nothing' = 'answer'
  for (const { leaf, value } of turns) {
    if (!isTurn(value)) return [says('turns', false, `第 ${leaf.index} 号登记的格式不正确`)]
    const offered = value.answer === 'OFFERED'
    const right =
      due === (offered ? 'offer' : 'answer') &&
      value.place === (offered ? place + 1 : place) &&
      order[value.place] === value.key
    if (!right) return [says('turns', false, `第 ${leaf.index} 号登记没有按抽出的次序进行`)]
    place = value.place
    due = offered ? 'answer' : value.answer === 'ACCEPTED' ? 'nothing' : 'offer'
  }
  return turns.length === 0 ? [] : [says('turns', true, '此后的答复和递补都按抽出的次序')]
}

function voided(commitment: DrawCommitment, beforehand: Finding, entry: ProvenEntry, more: number): Checked {
  const { openBy, authority } = commitment
  const { value, leaf } = entry
  const right = isVoided(value) && value.openBy === openBy && dayOf(leaf) > openBy && more === 0
  const sentence = `${authority}没有在 ${openBy} 以前开封，抽签作废`
  const finding = says('void', right, right ? sentence : '作废的登记与承诺不符，或者早于期限')
  return {
    findings: [beforehand, finding],
    deal: right ? { commitment, order: undefined, outcome: 'VOIDED', sentence } : undefined,
  }
}

function outcomeOf(order: readonly string[], turns: readonly ProvenEntry[]): Deal['outcome'] {
  const last = turns.at(-1)?.value
  if (!isTurn(last) || last.answer === 'OFFERED') return 'OPENED'
  if (last.answer === 'ACCEPTED') return 'ACCEPTED'
  return last.place === order.length - 1 ? 'EXHAUSTED' : 'OPENED'
}

function sentenceOf(
  order: readonly string[],
  turns: readonly ProvenEntry[],
  outcome: Deal['outcome'],
): string {
  const last = turns.at(-1)?.value
  const turn: DrawTurn | undefined = isTurn(last) ? last : undefined
  if (outcome === 'ACCEPTED') return `抽签属实：由第 ${(turn?.place ?? 0) + 1} 位 ${turn?.key} 承接`
  if (outcome === 'EXHAUSTED') return '抽签属实：候选机构均未承接'
  return `抽签属实：首位是 ${order[0]}${turn ? `，现已递补到第 ${turn.place + 1} 位 ${turn.key}` : ''}`
}

/** The Beijing day of an entry. */
function dayOf({ at }: Leaf): string {
  return beijing(Date.parse(at)).slice(0, 10)
}

function says(id: string, holds: boolean, sentence: string, detail = ''): Finding {
  return { id, about: 'content', holds, sentence, detail }
}
