import type { Tx } from '#kernel/capabilities.ts'
import type { Json } from '#kernel/json.ts'
import { type RegisterBody, type RegisterChange, registerKey } from '../contract/register.ts'
import { appraiserBodyOf, institutionBodyOf } from './compose.ts'
import { keepItem } from './item.ts'

/** What a deed hands over so that its changes reach the register: its transaction, its date and its leaf. */
export interface Entering {
  readonly tx: Tx
  readonly today: string
  note(field: string, value: Json): void
}

type Subject = { readonly institution: string } | { readonly appraiser: string }

/**
 * Says in the register what the tables now say of these subjects (ids). Call it once, last, in every deed that changes what the
 * public may read: the log carries the change, and the database takes the entry from the log. `from` may lie in the past (a
 * decision dated earlier), never in the future: what is to happen is not yet so.
 */
export async function enterInRegister(
  { tx, today, note }: Entering,
  subjects: readonly Subject[],
  from: string = today,
): Promise<void> {
  if (from > today) throw new Error(`the register says what is, not what will be on ${from}`)
  const changes: RegisterChange[] = []
  for (const subject of subjects) {
    const body: RegisterBody =
      'institution' in subject
        ? await institutionBodyOf(tx, subject.institution, today)
        : await appraiserBodyOf(tx, subject.appraiser)
    changes.push({ key: registerKey(body), item: await keepItem(tx, body), from, until: null })
  }
  note('register', changes)
}

/** Says of one past period [from, until) what was so in it: changes what was true then, never what the list said then. */
export async function correctPast(
  { tx, note }: Entering,
  body: RegisterBody,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<void> {
  note('register', [{ key: registerKey(body), item: await keepItem(tx, body), from, until }])
}
