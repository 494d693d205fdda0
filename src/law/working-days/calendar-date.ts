/**
 * Days as numbers (0 = 1970-01-01), so that counting needs no clock and no time zone. Dates are written YYYY-MM-DD and
 * mean the day in Beijing, which has no daylight saving.
 */
export function dayNumber(date: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const utc = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : Number.NaN
  if (Number.isNaN(utc) || dateOf(utc / dayLength) !== date) throw new RangeError(`not a date: ${date}`)
  return utc / dayLength
}

/** The inverse of `dayNumber`. */
export function dateOf(day: number): string {
  // civil calendar from a day count: shift the year to begin in March, so that the leap day is its last
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const dayOfMonth = ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}`
}

export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days)
}

/** The same day of another year; 29 February becomes the 28th where there is none. */
export function addYears(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0')
  const there = `${year}${date.slice(4)}`
  const leapDay = date.slice(4) === '-02-29'
  return leapDay && dateOf(dayNumber(`${year}-02-28`) + 1) !== there ? `${year}-02-28` : there
}

/** The Beijing day on which an instant (ISO string or milliseconds) falls. */
export function beijingDay(instant: string | number): string {
  const milliseconds = typeof instant === 'number' ? instant : Date.parse(instant)
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${instant}`)
  return dateOf(Math.floor((milliseconds + 8 * 3_600_000) / dayLength))
}

const dayLength = 86_400_000
const weekdayNames = ['周四', '周五', '周六', '周日', '周一', '周二', '周三'] as const // day 0 was a Thursday

export function weekdayName(date: string): string {
  return weekdayNames[((dayNumber(date) % 7) + 7) % 7] ?? ''
}

/** e.g. 2026年10月10日（周六） */
export function spokenDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日（${weekdayName(date)}）`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
