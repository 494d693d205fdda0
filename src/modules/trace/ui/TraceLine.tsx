import { useState } from 'react'
import { ClauseLink } from '#web/kit/ClauseLink.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { TraceMark } from '#web/kit/TraceMark.tsx'
import type { TraceEntry } from '../contract.ts'
import { EntryProof } from './EntryProof.tsx'

const outcomes: Readonly<Record<string, string>> = { pass: '符合', warn: '提示', fail: '不符合' }

/** One entry: who, when, what, from which state to which, and its place in the log; rules and proof unfold below it. */
export function TraceLine({ entry }: { readonly entry: TraceEntry }) {
  const { index, at, title, kind, by, from, to, detail, published } = entry
  return (
    <li className={kind === 'done' ? undefined : `trace-${kind}`}>
      <p>
        <strong>{title}</strong>
        {kind === 'refused' && <span className="state-tag tone-refused">被拒绝</span>}
        {kind === 'read' && <span className="state-tag tone-closed">查阅</span>}{' '}
        {from !== to && to && (
          <span className="trace-move">
            {from ?? '—'} → {to}
          </span>
        )}
      </p>
      <p>
        {by.name}
        {by.organisation && <span className="faint">（{by.organisation}）</span>}
      </p>
      {detail && <p>{detail}</p>}
      <p className="faint">
        <time dateTime={at}>{shownTime(at)}</time>
        <TraceMark index={index} /> {published ? '已公布' : '已登记，尚未公布'}
      </p>
      <Unfolded entry={entry} />
    </li>
  )
}

function Unfolded({ entry }: { readonly entry: TraceEntry }) {
  const [opened, setOpened] = useState(false)
  const { rules, index, published } = entry
  return (
    <details className="trace-more" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{rules.length > 0 ? `判断的规则 ${rules.length} 条，证明` : '证明'}</summary>
      {rules.length > 0 && (
        <ul className="trace-rules">
          {rules.map(({ rule, brief, says, basis, outcome, detail, reason }) => (
            <li key={rule}>
              <span className={`trace-outcome outcome-${outcome}`}>{outcomes[outcome] ?? outcome}</span>{' '}
              <a href={`/rules/${rule}`}>
                <span className="number">{brief}</span> {says}
              </a>
              {basis.map((id) => (
                <ClauseLink key={id} id={id} />
              ))}
              {detail && <p>{detail}</p>}
              {reason && <p>办理人写明的理由：{reason}</p>}
            </li>
          ))}
        </ul>
      )}
      {opened && <EntryProof index={index} published={published} />}
    </details>
  )
}
