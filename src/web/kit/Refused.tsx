import { Button } from 'antd'
import type { ProblemError } from '../call.ts'
import { ProblemPanel } from './ProblemPanel.tsx'

interface RefusedProps {
  readonly error: ProblemError
  readonly again?: () => void
}

/** A question that was not answered, in place of the answer. */
export function Refused({ error, again }: RefusedProps) {
  return (
    <div className="refused">
      <ProblemPanel problem={error.problem} />
      {again && <Button onClick={again}>再试一次</Button>}
    </div>
  )
}
