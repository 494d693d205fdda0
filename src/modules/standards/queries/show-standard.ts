import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { showStandard as endpoint } from '../contract/standards.ts'
import { wholeStandard } from '../reading/whole-standard.ts'

/** One standard by its public address: texts, clauses, guidance, consultations and who conforms. */
export const showStandard = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, input, today }) {
    const found = await wholeStandard(db, input.slug, today)
    if (!found) throw new Problem('not-found', '没有登记过这项标准。')
    return found
  },
})
