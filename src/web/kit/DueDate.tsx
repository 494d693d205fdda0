import { Dialog } from './Dialog.tsx'
import { useDialog } from './DialogHost.tsx'

interface DueDateProps {
  /** Beijing date, YYYY-MM-DD; null where no clock runs. */
  readonly date: string | null
  /** Negative once it is overdue; undefined where it is not counted. */
  readonly workingDaysLeft?: number | null
  /** True where the year has no official calendar yet; the sum says so. */
  readonly provisional?: boolean
  /** The sum behind the date, sentence by sentence (`law/working-days/explain.ts`), opened by 为什么是这一天？ */
  readonly why?: readonly string[]
}

/** A due date is a date, the working days left, and its reason. */
export function DueDate({ date, workingDaysLeft, provisional, why }: DueDateProps) {
  const show = useDialog()
  if (date === null) return <span className="faint">不计期限</span>
  const openWhy = () =>
    void show<void>((close) => (
      <Dialog title={`为什么是 ${date}？`} onClose={close}>
        <ol className="sum">
          {why?.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </Dialog>
    ))
  return (
    <span className="due">
      <span className="number">{date}</span>
      {workingDaysLeft !== undefined && workingDaysLeft !== null && <DaysLeft days={workingDaysLeft} />}
      {provisional && <span className="faint">（暂定）</span>}
      {why && why.length > 0 && (
        <button type="button" className="link-button" onClick={openWhy}>
          为什么是这一天？
        </button>
      )}
    </span>
  )
}

/** Amber in the last three working days; overdue says so in words. */
function DaysLeft({ days }: { readonly days: number }) {
  if (days < 0) return <span className="due-over">已超期 {-days} 个工作日</span>
  if (days === 0) return <span className="due-soon">今天到期</span>
  return <span className={days <= 3 ? 'due-soon' : 'faint'}>还有 {days} 个工作日</span>
}
