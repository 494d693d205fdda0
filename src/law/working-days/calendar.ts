import { addDays, weekdayName } from './calendar-date.ts'
import { type CalendarEdition, editions } from './editions.ts'

/** What one day is. `provisional`: its year has no edition yet, so only weekends are known. */
export interface DayKind {
  readonly date: string
  readonly working: boolean
  readonly why: 'weekday' | 'weekend' | 'holiday' | 'make-up'
  /** Name of the holiday for `holiday` and `make-up`. */
  readonly holiday?: string
  readonly provisional: boolean
}

export interface WorkingCalendar {
  readonly years: ReadonlySet<number>
  readonly special: ReadonlyMap<string, { readonly working: boolean; readonly holiday: string }>
}

/** Builds a calendar from yearly editions; later ones win where two speak of one day. */
export function calendarFrom(of: readonly CalendarEdition[]): WorkingCalendar {
  const special = new Map<string, { working: boolean; holiday: string }>()
  for (const { name, off, work } of of.flatMap((edition) => edition.holidays)) {
    for (let date = off[0]; date <= off[1]; date = addDays(date, 1)) {
      special.set(date, { working: false, holiday: name })
    }
    for (const date of work) special.set(date, { working: true, holiday: name })
  }
  return { years: new Set(of.map((edition) => edition.year)), special }
}

/** The calendar of all editions that the program ships with. */
export const officialCalendar: WorkingCalendar = calendarFrom(editions)

export function dayKind(date: string, calendar: WorkingCalendar): DayKind {
  const special = calendar.special.get(date)
  const provisional = !calendar.years.has(Number(date.slice(0, 4)))
  if (special) {
    const why = special.working ? 'make-up' : 'holiday'
    return { date, working: special.working, why, holiday: special.holiday, provisional: false }
  }
  const weekend = ['周六', '周日'].includes(weekdayName(date))
  return { date, working: !weekend, why: weekend ? 'weekend' : 'weekday', provisional }
}

export function isWorkingDay(date: string, calendar: WorkingCalendar = officialCalendar): boolean {
  return dayKind(date, calendar).working
}
