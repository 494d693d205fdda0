import type { ReactNode } from 'react'
import type { z } from 'zod'
import { beijingTime } from '#kernel/beijing.ts'
import { type showEntry, stateLabel } from '#modules/directory/contract/search.ts'

type Line = z.output<typeof showEntry.output>['history'][number]
type Difference = Line['differences'][number]

/** All that the list ever said of one entry, the newest first; each line leads to the log entry that says so. */
export function History({ history }: { readonly history: readonly Line[] }) {
  return (
    <section>
      <h2>登记的经过</h2>
      <ol className="changes" reversed>
        {history.toReversed().map((line) => (
          <li key={`${line.logIndex} ${line.from}`}>
            <strong>{line.until ? '更正过去的记载' : headOf(line)}</strong>
            {line.differences.length > 0 ? (
              <Differences of={line.differences} />
            ) : (
              line.reason && <p>{line.reason}</p>
            )}
            <p className="faint">
              {beijingTime(new Date(line.saidAt))} 登记，自 {line.from}
              {line.until ? ` 至 ${line.until}（不含当日）` : ' 起'}；
              <a href={`/log/entries/${line.logIndex}`}>公开日志第 {line.logIndex} 号</a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function headOf({ differences, state }: Line): string {
  const kept = differences.length > 0 && differences.every(({ what }) => what !== '状态')
  return kept ? `变更：${differences.map(({ what }) => what).join('、')}` : stateLabel(state)
}

export function Differences({ of }: { readonly of: readonly Difference[] }) {
  return (
    <ul className="plain">
      {of.map(({ what, before, after }) => (
        <li key={what}>
          {what}：{inWords(before, after)}
        </li>
      ))}
    </ul>
  )
}

function inWords(before: string, after: string): ReactNode {
  if (!before) return <>增加 {after}</>
  if (!after) return <>去掉 {before}</>
  return (
    <>
      由 <del>{before}</del> 改为 <ins>{after}</ins>
    </>
  )
}
