import { isWorkingDay } from '#law/working-days/calendar.ts'
import { addDays, beijingDay } from '#law/working-days/calendar-date.ts'
import { type SimulatedClock, simulatedClock } from '#platform/clock.ts'

const HOUR = 3_600_000
const BEIJING = 8 * HOUR

/** A simulated clock that stands only within office hours of Beijing working days: people work then. */
export function officeClock(start: Date, latest: Date): SimulatedClock & { goTo(at: Date): void } {
  const clock = simulatedClock(atWork(start))
  const set = (at: Date) => clock.set(new Date(Math.min(atWork(at).getTime(), latest.getTime())))
  return {
    ...clock,
    set,
    /** Forward only: the log's times never go back. */
    goTo: (at) => {
      if (at > clock.now()) set(at)
    },
    advance: (ms) => set(new Date(clock.now().getTime() + ms)),
  }
}

function atWork(at: Date): Date {
  let day = beijingDay(at.getTime())
  const hour = ((at.getTime() + BEIJING) % (24 * HOUR)) / HOUR
  if (isWorkingDay(day) && hour >= 9 && hour < 17.5) return at
  if (hour >= 17.5 || !isWorkingDay(day)) day = addDays(day, 1)
  while (!isWorkingDay(day)) day = addDays(day, 1)
  // A few minutes past nine, different each time, so that not everything happens at once.
  return new Date(Date.parse(`${day}T01:00:00.000Z`) + (at.getTime() % (50 * 60_000)))
}
