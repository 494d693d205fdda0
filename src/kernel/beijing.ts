const dateParts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
const timeParts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** The calendar date in Beijing, YYYY-MM-DD: the day on which a legal clock turns. */
export function beijingDate(at: Date): string {
  return dateParts.format(at)
}

/** `2026-03-02 14:05（北京时间）`: the one form in which people see a time. */
export function beijingTime(at: Date): string {
  return `${timeParts.format(at)}（北京时间）`
}
