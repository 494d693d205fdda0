import type { ReadDb } from '#kernel/capabilities.ts'
import { differences } from './differences.ts'
import { historyOf } from './history.ts'

/** All that the register said of one key below a log size, oldest first, with what each entry says otherwise than the one before. */
export async function historyOfEntry(db: ReadDb, key: string, size: number) {
  const entries = (await historyOf(db, key)).filter(({ index }) => index < size)
  return entries.map(({ at, index, from, until, body }, i) => {
    const before = entries.slice(0, i).findLast((each) => each.until === null)
    return {
      logIndex: index,
      saidAt: at.toISOString(),
      from,
      until,
      state: body.state,
      reason: body.reason,
      differences: differences(before?.body, body),
    }
  })
}
