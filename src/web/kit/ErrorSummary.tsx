import { useEffect, useRef } from 'react'
import type { FieldIssue } from '#kernel/problem.ts'
import { FieldLink } from './ProblemPanel.tsx'

interface SummaryProps {
  readonly issues: readonly FieldIssue[]
  /** Field path → its label; what has none is told without one. */
  readonly labels: ReadonlyMap<string, string>
  readonly way: (path: string) => (() => void) | undefined
}

/** What keeps a form from being sent, at its top, with a way to each field. Takes the focus. */
export function ErrorSummary({ issues, labels, way }: SummaryProps) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (issues.length > 0) panel.current?.focus()
  }, [issues])
  if (issues.length === 0) return null
  const said = ({ path, detail }: FieldIssue) =>
    labels.has(path) ? `${labels.get(path)}：${detail}` : detail
  // rows of one list share their labels: what would read alike is told apart by its row
  const shown = (issue: FieldIssue) =>
    issues.some((other) => other.path !== issue.path && said(other) === said(issue))
      ? said(issue) + rowOf(issue.path)
      : said(issue)
  return (
    <section ref={panel} className="problem" role="alert" tabIndex={-1}>
      <h2>有 {issues.length} 处需要改正</h2>
      <ul>
        {issues.map((issue) => {
          const go = way(issue.path)
          return (
            <li key={`${issue.path} ${issue.detail}`}>
              {go ? <FieldLink go={go}>{shown(issue)}</FieldLink> : shown(issue)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function rowOf(path: string): string {
  const row = path.split('.').findLast((step) => /^\d+$/.test(step))
  return row === undefined ? '' : `（第 ${Number(row) + 1} 项）`
}
