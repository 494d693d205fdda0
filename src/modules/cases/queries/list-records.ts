import { query } from '#kernel/command.ts'
import { listRecords as endpoint } from '../contract/plan.ts'
import { recordsOf } from '../reading/plan-of.ts'
import { planReaders } from '../rules/who.ts'
import { visibleCase } from '../store.ts'

/** The signed process records, corrections beside what they correct. */
export const listRecords = query({
  endpoint,
  allow: planReaders,
  async answer({ db, input, actor }) {
    await visibleCase(db, input.id, actor)
    return { records: [...(await recordsOf(db, input.id))] }
  },
})
