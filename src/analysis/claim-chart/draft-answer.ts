import { type ChartRow, findingWords } from './contract.ts'
import { subFindingSentence, summarySentence } from './summary.ts'

/** A proposed answer to one entrusted question. `basis` lists the rows it rests on; without any it says 无法确定. */
export interface DraftAnswer {
  readonly text: string
  readonly basis: readonly string[]
}

const aboutPriorArt = /现有技术|已(?:被|在)?[^，。？]{0,20}公开|公知|申请日(?:之)?前|优先权日(?:之)?前/
const aboutAll =
  /各(?:项)?(?:技术)?特征|(?:全部|所有)(?:技术)?特征|逐一|逐项|技术特征[^，。？]{0,30}(?:异同|相同|不同|比较)/
const aboutDifferences = /不同的?(?:技术)?特征|差别|差异|手段[^，。？]{0,3}功能|区别/
const aboutMeasurement = /实测|测量|数值|含量|多少|几(?:层|个|种|条|根)|比例|磁导率|公认的/

/**
 * Drafts an answer from the findings that concern a question: the features it names, all, the differing ones, or those
 * whose words it uses. What no finding answers is 无法确定 with that reason. A person edits and answers for it.
 */
export function draftAnswer(question: string, rows: readonly ChartRow[]): DraftAnswer {
  if (aboutPriorArt.test(question)) {
    return { text: '无法确定：比对表只比较被诉物与权利要求，未含与现有技术的比对结果。', basis: [] }
  }
  const named = namedRows(question, rows)
  if (named.length > 0) return describe(named, named.length === rows.length)
  if (aboutDifferences.test(question) && !aboutAll.test(question)) return differences(rows)
  const matched = matchedRows(question, rows)
  if (aboutMeasurement.test(question) && matched.every((row) => row.finding === 'NOT_DETERMINABLE')) {
    return {
      text: '无法确定：比对表中没有能够回答本问题的实测数据或者资料。',
      basis: matched.map((row) => row.id),
    }
  }
  if (aboutAll.test(question)) return rows.length > 0 ? describe(rows, true) : none
  return matched.length > 0 ? describe(matched, false) : none
}

const none: DraftAnswer = { text: '无法确定：比对表中没有与本问题对应的技术特征。', basis: [] }

/** The whole chart is summed up and only what is not identical spelt out; a part of it is spelt out feature by feature. */
function describe(rows: readonly ChartRow[], whole: boolean): DraftAnswer {
  const spelt = whole ? rows.filter((row) => row.finding !== 'IDENTICAL') : rows
  const sentences = [
    ...(rows.length > 1 ? [summarySentence(rows)] : []),
    ...spelt.map((row) => `${rowSentence(row)}。`),
  ]
  const head = whole || rows.length === 1 ? '' : '与本问题有关的特征'
  return { text: head + sentences.join(''), basis: rows.map((row) => row.id) }
}

function differences(rows: readonly ChartRow[]): DraftAnswer {
  const differing = rows.filter((row) => row.finding !== 'IDENTICAL' && row.finding !== 'NOT_DETERMINABLE')
  if (differing.length > 0) {
    return {
      text: differing.map((row) => `${rowSentence(row)}。`).join(''),
      basis: differing.map((row) => row.id),
    }
  }
  return rows.length > 0 && rows.every((row) => row.finding === 'IDENTICAL')
    ? { text: '各技术特征均相同，没有不同的特征。', basis: rows.map((row) => row.id) }
    : none
}

function rowSentence(row: ChartRow): string {
  const quoted = `特征${row.id}“${short(row.claimText)}”：${findingWords[row.finding]}`
  if (row.finding === 'NOT_DETERMINABLE') {
    return row.reasons.trim() === '' ? quoted : `${quoted}，理由：${short(row.reasons)}`
  }
  const counterpart = row.counterpart.trim() === '' ? '' : `，被诉物为“${short(row.counterpart)}”`
  const sub = row.subFindings ? `；${subFindingSentence(row.subFindings)}` : ''
  return quoted + counterpart + sub
}

function short(text: string): string {
  const chars = [...text.trim()]
  return chars.length > 80 ? `${chars.slice(0, 79).join('')}…` : chars.join('')
}

const featureId = String.raw`(?:[A-Za-z]{1,3}\d*|\d+)(?:\.F\d+)?['’′]?`
const namedList = new RegExp(`特征\\s*(${featureId}(?:\\s*[、，,和及与—–~～至-]+\\s*${featureId})*)`)

/** Rows named by id after 特征: 特征C, 特征A、B和D, 特征A—G (as ordered in the chart). */
function namedRows(question: string, rows: readonly ChartRow[]): readonly ChartRow[] {
  const list = namedList.exec(question)?.[1] ?? ''
  const range = /^([A-Za-z0-9.]+)\s*[—–~～至-]+\s*([A-Za-z0-9.]+)/.exec(list.trim())
  const position = (id: string | undefined) =>
    rows.findIndex((row) => row.id.toUpperCase() === id?.toUpperCase())
  if (range) {
    const [from, to] = [position(range[1]), position(range[2])]
    if (from !== -1 && to >= from) return rows.slice(from, to + 1)
  }
  const ids = list.split(/[、，,和及与\s—–~～至-]+/).map((id) => id.toUpperCase())
  return rows.filter((row) => ids.includes(row.id.toUpperCase()))
}

const longestPiece = 30
const emptyWords =
  /(?:被诉|被控|涉案|侵权)(?:侵权)?(?:产品|装置|方法|构件|物|服装|技术方案)?|权利要求\d*|技术特征|特征|是否|具有|相同|不同|如何|哪些|什么|所述|设有|位置|作用|分别|之间|有何|能否|本领域/g

/** Rows that share the longest wording with the question, at least three characters of it (two for a quoted term). */
function matchedRows(question: string, rows: readonly ChartRow[]): readonly ChartRow[] {
  const pieces = question
    .replace(emptyWords, '，')
    .split(/[，。？、；：“”‘’\s]|[的与和及或]/)
    .filter((piece) => piece.length > 1)
    .map((piece) => piece.slice(0, longestPiece)) // an unbroken text of any length must not make the search slow
    .slice(0, 50)
  const score = (row: ChartRow) =>
    pieces.reduce((sum, piece) => sum + longestShared(piece, row.claimText + row.counterpart), 0)
  const scored = rows.map((row) => ({ row, score: score(row) }))
  const best = Math.max(0, ...scored.map((each) => each.score))
  return best < 2 ? [] : scored.filter((each) => each.score * 2 > best).map((each) => each.row)
}

function longestShared(piece: string, text: string): number {
  for (let length = piece.length; length >= 2; length -= 1) {
    for (let at = 0; at + length <= piece.length; at += 1) {
      if (text.includes(piece.slice(at, at + length))) return length
    }
  }
  return 0
}
