import type { Tx } from '#kernel/capabilities.ts'
import type { Json } from '#kernel/json.ts'
import { parameterAt } from '#law/parameters.ts'
import { addDays } from '#law/working-days/calendar-date.ts'

/** What a deed hands over so that the national list says the new conformity of an institution in the same act. */
export interface EnteringRegister {
  readonly tx: Tx
  readonly today: string
  note(field: string, value: Json): void
}

/**
 * Given by the composition, since the directory knows this module and not the other way round: enters the institution anew
 * where it is in the directory, does nothing where it is not.
 */
export type EntersRegister = (work: EnteringRegister, institutionId: string) => Promise<void>

/** The last day of a certificate that begins on that day: the day before its anniversary. */
export function termOf(from: string): string {
  const years = parameterAt('conformity-term', from).value
  const anniversary = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`
  // there is no 29 February in most years: then the term ends with the 28th
  return from.endsWith('-02-29') ? `${anniversary.slice(0, 4)}-02-28` : addDays(anniversary, -1)
}
