import { query } from '#kernel/command.ts'
import { workingDaysBetween } from '#law/working-days/count.ts'
import { listEntryErrors as endpoint } from '../contract/entry-errors.ts'
import { answersFor } from '../errors/competent.ts'
import { errorRows, reported } from '../errors/reported.ts'

/** Reports for those who answer them, and for those who watch that they are answered; the newest 200. */
export const listEntryErrors = query({
  endpoint,
  allow: [
    { role: 'PROVINCIAL_OFFICER', denial: '' },
    { role: 'ASSOCIATION_SECRETARY', denial: '' },
    { role: 'CNIPA_OFFICER', denial: '' },
    { role: 'AUDITOR', denial: '名录纠错只供答复的部门、国家知识产权局和审计员查阅' },
  ],
  async answer({ db, actor, today, input: { state, id } }) {
    const own = await answersFor(db, actor)
    const watches = actor.roles.includes('CNIPA_OFFICER') || actor.roles.includes('AUDITOR')
    let found = errorRows(db)
    if (state) found = found.where('entry_error.state', '=', state)
    if (id) found = found.where('entry_error.id', '=', id)
    if (own !== '*' && !watches) found = found.where('province', '=', own ?? '')
    const rows = await found.orderBy('reported_at', 'desc').orderBy('entry_error.id').limit(200).execute()
    return {
      items: rows.map((row) => ({
        ...reported(row),
        id: row.id,
        province: row.province,
        workingDaysLeft: row.state === 'OPEN' ? workingDaysBetween(today, row.due) : null,
        contact: own === '*' || own === row.province ? row.contact : null,
        answeredBy: row.answered_by_name,
      })),
    }
  },
})
