import { beijingDate } from '#kernel/beijing.ts'

/** Where time comes from. Order never comes from here: it comes from the log. */
export interface Clock {
  now(): Date
  today(): string
  /** True where the world runs on made-up time, which every page and document then says. */
  readonly simulated: boolean
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => beijingDate(new Date()),
  simulated: false,
}

export interface SimulatedClock extends Clock {
  set(at: Date): void
  advance(ms: number): void
}

/** A clock that moves only when told, for demonstrations and tests. */
export function simulatedClock(start: Date): SimulatedClock {
  let at = start.getTime()
  return {
    simulated: true,
    now: () => new Date(at),
    today: () => beijingDate(new Date(at)),
    set: (to) => {
      at = to.getTime()
    },
    advance: (ms) => {
      at += ms
    },
  }
}
