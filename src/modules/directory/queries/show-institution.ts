import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { showInstitution as endpoint } from '../contract/institutions.ts'
import { institutionState } from '../contract/register.ts'
import { appraisersOf } from '../qualification/appraisers.ts'
import { findInstitution } from '../qualification/listing.ts'
import { historyOfEntry } from '../register/entry-history.ts'

export const showInstitution = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, now, input }) {
    const institution = await findInstitution(db, input.id, now)
    if (!institution) throw new Problem('not-found', '名录中没有这个机构。')
    const history = await historyOfEntry(
      db,
      `institution:${institution.directoryNo}`,
      Number.MAX_SAFE_INTEGER,
    )
    const standings = history.filter(
      ({ state, reason }, i) => state !== history[i - 1]?.state || reason !== history[i - 1]?.reason,
    )
    return {
      ...institution,
      appraisers: [...(await appraisersOf(db, input.id))],
      history: standings.map(({ saidAt, logIndex, state, reason }) => ({
        at: saidAt,
        index: logIndex,
        state: institutionState.parse(state),
        reason,
      })),
    }
  },
})
