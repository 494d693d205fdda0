import { beijingDate } from '#kernel/beijing.ts'
import { parameterAt } from '#law/parameters.ts'
import { profileOf } from '#law/terms/entrusting-type.ts'
import { type Deadline, deadline, remainingWorkingDays } from '#law/working-days/clock.ts'
import type { CommissionRow } from '../store.ts'

export interface SupplementSpan {
  readonly requested_at: Date
  readonly answered_at: Date | null
}

export interface IntakeDue extends Deadline {
  readonly workingDaysLeft: number
}

/** the days in which intake decides; the clock stands while the entrusting side completes its papers. */
export function intakeDue(
  commission: Pick<CommissionRow, 'entrusting_type' | 'submitted_at'>,
  supplements: readonly SupplementSpan[],
  today: string,
): IntakeDue {
  const start = beijingDate(commission.submitted_at)
  const { value } = parameterAt('intake-decision', start, profileOf(commission.entrusting_type))
  const facts = {
    start,
    startsWith: '委托提交',
    limit: value,
    stops: supplements.map(({ requested_at, answered_at }) => ({
      from: beijingDate(requested_at),
      ...(answered_at ? { until: beijingDate(answered_at) } : {}),
      reason: '委托方补正',
    })),
  }
  return { ...deadline(facts), workingDaysLeft: remainingWorkingDays(facts, today) }
}
