import type { z } from 'zod'
import type { asOf } from '#modules/directory/contract/search.ts'

/** The sentence that keeps the list from being taken for another one. */
export const notForensicRegister =
  '这是知识产权鉴定机构名录，不是司法行政机关编制的司法鉴定人和司法鉴定机构名册；列入名录不等于推荐，也不保证意见被采信。'

export type AsOf = z.output<typeof asOf>

/** `48 213`: digits in threes, never broken across lines. */
export function grouped(size: number): string {
  return String(size).replace(/\B(?=(\d{3})+$)/g, '\u202f')
}

/** As of which day and log size the page answers, both said; and which of the two questions it answers. */
export function AsOfLine({ asOf }: { readonly asOf: AsOf }) {
  const { day, size, question, past } = asOf
  const said = `截至 ${day}（日志规模 ${grouped(size)}）`
  if (!past) return <p className="faint number-line">{said}</p>
  return (
    <p className="as-of">
      <strong>{said}</strong>
      {question === 'said'
        ? '：当日结束时名录上所写的；后来的更正不算。'
        : '：按今天所知，当日实际的情形；后来补记和更正的都算。'}
    </p>
  )
}

/** Names the list for what it is, at the head of each of its pages. */
export function NotTheRegister() {
  return (
    <aside className="not-register" aria-label="本名录不是什么">
      {notForensicRegister}
    </aside>
  )
}

/** Address of an entry's page; `asOf` carries a past day along. */
export function entryPath(key: string, asOf?: AsOf): string {
  const [kind = '', ...number] = key.split(':')
  const path = `/directory/${kind}/${encodeURIComponent(number.join(':'))}`
  return asOf?.past ? `${path}?${new URLSearchParams({ on: asOf.day, question: asOf.question })}` : path
}
