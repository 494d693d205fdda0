import { officialCalendar, type WorkingCalendar } from './calendar.ts'
import { spokenDate } from './calendar-date.ts'
import { addWorkingDays, type CountStep, workingDaysBetween } from './count.ts'
import { explain } from './explain.ts'

/** The clock stands still from `from` on and runs again from `until` on; without `until` it still stands. */
export interface ClockStop {
  readonly from: string
  readonly until?: string
  readonly reason: string
}

export interface ClockExtension {
  readonly days: number
  /** Beijing date of the decision. */
  readonly decidedOn: string
  readonly by: string
}

export interface ClockFacts {
  /** Beijing date of the event that starts the clock; the first day counted is the next. */
  readonly start: string
  /** What the start is, e.g. 委托书生效. */
  readonly startsWith: string
  /** Working days. */
  readonly limit: number
  readonly stops?: readonly ClockStop[]
  readonly extensions?: readonly ClockExtension[]
  readonly calendar?: WorkingCalendar
}

export interface Deadline {
  /** Null while the clock stands: how many days will be lost is not known yet. */
  readonly due: string | null
  readonly provisional: boolean
  /** Working days in all: limit and extensions. */
  readonly total: number
  /** Sentences that answer “为什么是这一天”. */
  readonly lines: readonly string[]
  readonly steps: readonly CountStep[]
}

/** Computes when a procedure clock runs out, with the sum shown day by day. */
export function deadline(facts: ClockFacts): Deadline {
  const { start, limit, stops = [], extensions = [], calendar = officialCalendar } = facts
  const total = limit + extensions.reduce((sum, extension) => sum + extension.days, 0)
  const open = stops.find((stop) => stop.until === undefined)
  const counted = addWorkingDays(
    start,
    open ? usedBefore(open.from, facts) : total,
    calendar,
    isStopped(stops),
  )
  const due = open ? null : counted.date
  const { provisional, steps } = counted
  const lines = explain({ facts, steps, due, total, provisional })
  return { due, provisional, total, lines, steps }
}

/** Working days left on a Beijing day (the day itself no longer counts); negative once overdue. */
export function remainingWorkingDays(facts: ClockFacts, today: string): number {
  const { start, stops = [], calendar = officialCalendar } = facts
  const { due, total } = deadline(facts)
  const open = stops.find((stop) => stop.until === undefined)
  if (due === null && open) return total - usedBefore(open.from < today ? open.from : today, facts)
  if (today <= start) return total
  return workingDaysBetween(today, due ?? today, calendar, isStopped(stops))
}

/** The warning that a remainder calls for: the smallest threshold reached, `overdue`, or null while there is time. */
export function warnLevel(remaining: number, thresholds: readonly number[]): number | 'overdue' | null {
  if (remaining < 0) return 'overdue'
  const reached = thresholds.filter((threshold) => remaining <= threshold)
  return reached.length > 0 ? Math.min(...reached) : null
}

/** One line for a list: 剩余3个工作日 / 今日到期 / 已逾期2个工作日. */
export function remainingInWords(remaining: number): string {
  if (remaining > 0) return `剩余${remaining}个工作日`
  return remaining === 0 ? '今日到期' : `已逾期${-remaining}个工作日`
}

/** The due date as shown, marked where the calendar of its year is not published yet. */
export function dueInWords({ due, provisional }: Pick<Deadline, 'due' | 'provisional'>): string {
  if (due === null) return '中止中，恢复后确定'
  return spokenDate(due) + (provisional ? '（暂定，该年节假日安排尚未公布）' : '')
}

function usedBefore(date: string, { start, stops = [], calendar = officialCalendar }: ClockFacts): number {
  // the stopped day itself is not used, hence counting to it and leaving it out by `isStopped`
  return date <= start ? 0 : workingDaysBetween(start, date, calendar, isStopped(stops))
}

function isStopped(stops: readonly ClockStop[]): (date: string) => boolean {
  return (date) => stops.some((stop) => stop.from <= date && date < (stop.until ?? '9999'))
}
