import type { z } from 'zod'
import { beijingDate } from '#kernel/beijing.ts'
import { quoted } from '#kernel/text.ts'
import { findClause } from '#law/library.ts'
import type { letter } from '../contract.ts'
import { kindOf } from './kinds.ts'

interface Sent {
  readonly title: string
  readonly body: string
  readonly document: string | null
  readonly no: string | null
  readonly basis: readonly string[] | null
  readonly caseCode: string | null
  readonly from: string | null
  /** The organisation that is addressed. */
  readonly to: string
  readonly at: Date
}

/** The notice as an official letter. What it is about stands in its title after the colon. */
export function letterOf(sent: Sent): z.output<typeof letter> {
  const { title, body, document, no, basis, caseCode, from, to, at } = sent
  const about = title.split('：').slice(1).join('：')
  return {
    sender: from ?? '明鉴平台',
    title: kindOf(document)?.title ?? '通知',
    number: no ?? '',
    addressee: to,
    paragraphs: [...(about ? [`关于${quoted(about)}一事，通知如下：`] : []), ...body.split('\n')],
    facts: caseCode === null ? [] : [{ label: '统一案件编码', value: caseCode }],
    date: spoken(beijingDate(at)),
    clauses: (basis ?? []).map(citation),
  }
}

function citation(id: string): string {
  const clause = findClause(id)
  return clause ? `《${clause.title}》${clause.key}（${clause.heading}）` : id
}

function spoken(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
