import { suspensionGround } from '#law/terms/interruption.ts'
import type { CaseClock } from '../contract/clock.ts'

/** What a person should know of the clock besides its date: that it stands, or that a threshold is reached. */
export function ClockState({ clock }: { readonly clock: CaseClock }) {
  const open = clock.suspensions.find(({ until }) => until === null)
  if (open) {
    const grounds: Readonly<Record<string, string>> = suspensionGround.labels
    return (
      <p>
        {open.from}起中止：{grounds[open.ground] ?? open.ground}。预计{open.expectedEnd}
        恢复，恢复后重新确定到期日。
      </p>
    )
  }
  if (clock.warn === 'overdue') return <p className="due-over">已超期，请说明理由或者办理延长。</p>
  if (clock.warn !== null) return <p className="due-soon">已进入到期前{clock.warn}个工作日的提醒。</p>
  return null
}
