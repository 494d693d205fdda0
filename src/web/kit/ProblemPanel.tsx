import { type ReactNode, useEffect, useRef } from 'react'
import type { ProblemDocument } from '#kernel/problem.ts'
import type { Finding } from '#kernel/rule.ts'
import { ClauseLink } from './ClauseLink.tsx'

interface ProblemPanelProps {
  readonly problem: ProblemDocument
  /** The way to a field of the form that was refused; undefined where the form has no such field. */
  readonly way?: (path: string) => (() => void) | undefined
}

/** A refusal, told so that the person can act: what happened, which rule and clause, what to do. Takes the focus. */
export function ProblemPanel({ problem, way }: ProblemPanelProps) {
  const panel = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal takes the focus again
  useEffect(() => panel.current?.focus(), [problem])
  const { violations, issues } = problem
  return (
    <section ref={panel} className="problem" role="alert" tabIndex={-1}>
      <h2>{problem.title}</h2>
      {violations.length === 0 && <p>{problem.detail}</p>}
      {violations.length > 0 && (
        <ul>
          {violations.map((violation) => (
            <Violation
              key={violation.rule}
              violation={violation}
              go={violation.field === null ? undefined : way?.(violation.field)}
            />
          ))}
        </ul>
      )}
      {issues.length > 0 && (
        <ul>
          {issues.map(({ path, detail }) => (
            <li key={`${path} ${detail}`}>{detail}</li>
          ))}
        </ul>
      )}
      <p className="faint">
        {problem.advice} <a href={problem.type}>为什么会这样？</a>
        {problem.status >= 500 && problem.request !== '' && (
          <>
            {' '}
            请求编号 <span className="number">{problem.request}</span>
          </>
        )}
      </p>
    </section>
  )
}

interface ViolationProps {
  readonly violation: Finding
  /** Leads to the field that it concerns. */
  readonly go?: (() => void) | undefined
}

/** One violated rule: what is wrong, how to set it right, the rule's own name and number, its clauses. */
export function Violation({ violation, go }: ViolationProps) {
  return (
    <li>
      <p>{go ? <FieldLink go={go}>{violation.detail}</FieldLink> : violation.detail}</p>
      {violation.remedy && <p>办法：{violation.remedy}</p>}
      <p className="faint">
        规则 <span className="number">{violation.brief}</span> <code>{violation.rule}</code>
        {violation.basis.map((id) => (
          <ClauseLink key={id} id={id} />
        ))}
      </p>
    </li>
  )
}

/** Words of a summary that lead to the field they are about. */
export function FieldLink({ go, children }: { readonly go: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="link-button" onClick={go}>
      {children}
    </button>
  )
}
