import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { showInstitution as endpoint } from '../contract/institutions.ts'
import { appraisersOf } from '../qualification/appraisers.ts'
import { findInstitution } from '../qualification/listing.ts'
import { historyOfInstitution } from '../store.ts'

export const showInstitution = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, now, input }) {
    const institution = await findInstitution(db, input.id, now)
    if (!institution) throw new Problem('not-found', '名录中没有这个机构。')
    const history = await historyOfInstitution(db, input.id)
    return {
      ...institution,
      appraisers: [...(await appraisersOf(db, input.id))],
      history: history.map(({ at, state, reason }) => ({ at: at.toISOString(), state, reason })),
    }
  },
})
