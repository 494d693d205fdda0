import { type DayKind, dayKind, officialCalendar, type WorkingCalendar } from './calendar.ts'
import { addDays, dayNumber } from './calendar-date.ts'

/** One day of a count: what it is, and which working day of the limit it is (null where it does not count). */
export interface CountStep extends DayKind {
  readonly counted: number | null
  /** The day would be a working day but the clock stood still. */
  readonly stopped: boolean
}

export interface Count {
  readonly date: string
  /** True where any day that mattered lies in a year without an official calendar. */
  readonly provisional: boolean
  readonly steps: readonly CountStep[]
}

/** More than any limit of the rule book; a longer one is a defect, not a long wait. */
const longestLimit = 2000

/**
 * The date n working days after start. The start day itself does not count; n = 0 is the start itself.
 * `stopped` tells the days on which the clock stands still.
 */
export function addWorkingDays(
  start: string,
  n: number,
  calendar: WorkingCalendar = officialCalendar,
  stopped: (date: string) => boolean = () => false,
): Count {
  if (!Number.isInteger(n) || n < 0 || n > longestLimit) throw new RangeError(`not a number of days: ${n}`)
  const steps: CountStep[] = []
  dayNumber(start) // throws for what is not a date
  let date = start
  for (let counted = 0; counted < n; ) {
    date = addDays(date, 1)
    const kind = dayKind(date, calendar)
    const still = stopped(date)
    if (kind.working && !still) counted += 1
    steps.push({ ...kind, stopped: still, counted: kind.working && !still ? counted : null })
  }
  return { date, provisional: steps.some((step) => step.provisional), steps }
}

/** Working days after `from` up to and including `to`; negative where `to` is the earlier. */
export function workingDaysBetween(
  from: string,
  to: string,
  calendar: WorkingCalendar = officialCalendar,
  stopped: (date: string) => boolean = () => false,
): number {
  if (to < from) return -workingDaysBetween(to, from, calendar, stopped)
  let days = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (dayKind(date, calendar).working && !stopped(date)) days += 1
  }
  return days
}
