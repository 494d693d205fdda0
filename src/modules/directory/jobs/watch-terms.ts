import { beijingDate } from '#kernel/beijing.ts'
import type { Job } from '#kernel/command.ts'
import { expireInstitution } from '../commands/expire-institution.ts'

/** What the calendar does to the list: a term that ended yesterday has run out at midnight in Beijing. */
export const watchTerms: Job = {
  name: 'directory.watch-terms',
  recurring: true,
  async run({ db, now, desk }) {
    const over = await db
      .selectFrom('institution')
      .select(['id', 'term_until'])
      .where('term_until', '<', beijingDate(now))
      .where('state', 'in', ['LISTED', 'CHANGE_PENDING', 'SUSPENDED'])
      .execute()
    for (const { id, term_until } of over)
      await desk.act(expireInstitution, { id, reason: `列入名录的有效期于 ${term_until} 届满` })
  },
}
