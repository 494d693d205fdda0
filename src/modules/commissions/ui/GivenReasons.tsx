import type { OutputOf } from '#web/call.ts'
import type { show } from '../contract/endpoints.ts'

interface GivenReasonsProps {
  readonly reasons: OutputOf<typeof show>['reasons']
  /** Beginning of the path of what stands here: `form.questions.0.`. */
  readonly of: string
}

/** Why the entrusting side kept what a rule warned of, beside what it is about. */
export function GivenReasons({ reasons, of }: GivenReasonsProps) {
  return reasons
    .filter(({ field }) => field?.startsWith(of))
    .map(({ brief, detail, reason }) => (
      <div key={brief} className="wording-flag">
        <p>
          规则 <span className="number">{brief}</span> 提示：{detail}
        </p>
        <p>
          委托方保留的理由：<strong>{reason}</strong>
        </p>
      </div>
    ))
}
