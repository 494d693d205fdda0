import { ClauseLink } from '#web/kit/ClauseLink.tsx'
import type { LintFinding } from '../contract/draft.ts'

const effects = { fail: '须改正', warn: '须改正或说明理由', note: '请留意' } as const

interface LintListProps {
  readonly findings: readonly LintFinding[]
  /** Puts the cursor on the words. */
  readonly onPoint?: (finding: LintFinding) => void
}

/** What the checks of submission say of one part, each at its words. */
export function LintList({ findings, onPoint }: LintListProps) {
  if (findings.length === 0) return null
  return (
    <ul className="lint">
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.start} ${finding.detail}`} className={`lint-${finding.effect}`}>
          <span className="lint-effect">{effects[finding.effect]}</span>
          <span>
            {finding.detail}。{finding.remedy}{' '}
            {onPoint && finding.start < finding.end && (
              <button type="button" className="link-button" onClick={() => onPoint(finding)}>
                找到这几个字
              </button>
            )}
            <span className="faint">
              {' '}
              规则 <span className="number">{finding.brief}</span> <code>{finding.rule}</code>
              {finding.basis.map((id) => (
                <ClauseLink key={id} id={id} />
              ))}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
