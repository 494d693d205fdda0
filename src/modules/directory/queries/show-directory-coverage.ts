import { query } from '#kernel/command.ts'
import { showCoverage as endpoint } from '../contract/search.ts'
import { askedDay } from '../register/asked-day.ts'
import { coverageNow } from '../register/coverage.ts'

/** How many institutions that may take cases there are in each province for each field of technology and kind of right. */
export const showCoverage = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, input: { ip }, today }) {
    const asOf = await askedDay(db, { question: 'said' }, today)
    return { asOf, ...(await coverageNow(db, ip)) }
  },
})
