import { ClauseLink } from './ClauseLink.tsx'
import { shownTime } from './shown-time.ts'
import { TraceMark } from './TraceMark.tsx'

export interface TraceItem {
  readonly index: number
  /** ISO time. */
  readonly at: string
  /** What was done, in Chinese: the operation's title. */
  readonly what: string
  /** Name and role of who did it; the system says so. */
  readonly by: string
  /** 受理、过程、审核签发 and the like; items of one stage stand under one heading. */
  readonly stage?: string
  readonly clauses?: readonly string[]
  /** True for what was tried and refused. */
  readonly refused?: boolean
  readonly detail?: string
}

/** Who did what, when, under which clause, each with its place in the log. Order is by index, never by time. */
export function TraceTimeline({ items }: { readonly items: readonly TraceItem[] }) {
  const stages = [...new Set(items.map(({ stage }) => stage ?? ''))]
  return stages.map((stage) => (
    <section key={stage} className="trace-stage">
      {stage && <h3>{stage}</h3>}
      <ol className="trace">
        {items
          .filter((item) => (item.stage ?? '') === stage)
          .map((item) => (
            <TraceLine key={item.index} item={item} />
          ))}
      </ol>
    </section>
  ))
}

function TraceLine({ item }: { readonly item: TraceItem }) {
  const { index, at, what, by, clauses = [], refused, detail } = item
  return (
    <li className={refused ? 'trace-refused' : undefined}>
      <p>
        <strong>{what}</strong>
        {refused && <span className="state-tag tone-refused">被拒绝</span>} {by}
      </p>
      {detail && <p>{detail}</p>}
      <p className="faint">
        <time dateTime={at}>{shownTime(at)}</time>
        <TraceMark index={index} />
        {clauses.map((id) => (
          <ClauseLink key={id} id={id} />
        ))}
      </p>
    </li>
  )
}
