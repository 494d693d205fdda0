import { Mirror } from './Mirror.tsx'
import { To } from './To.tsx'

/** "已留痕 #4711": leads to who, when, what, clause, place in the log and its proof. */
export function TraceMark({ index }: { readonly index: number }) {
  return (
    <To to={`/trace/${index}`} className="trace-mark">
      <Mirror size={14} />
      <span>
        已留痕 <span className="number">#{index}</span>
      </span>
    </To>
  )
}
