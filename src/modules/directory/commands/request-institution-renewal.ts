import { command } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { addDays } from '#law/working-days/calendar-date.ts'
import { ofOwnInstitution } from '#modules/identity/module.ts'
import { askedAbout, openProceeding } from '../adjustment/proceedings.ts'
import { requestRenewal as endpoint } from '../contract/proceedings.ts'
import { proceedingLife } from '../lifecycle.ts'
import { noSecondProceeding, renewalInWindow } from '../rules/adjustment.ts'

/** The institution asks for another term before its own is over. */
export const requestRenewal = command({
  endpoint,
  async load(at) {
    const facts = await askedAbout(at, 'RENEWAL')
    const days = parameterAt('renewal-window', facts.today).value
    const end = facts.institution.term_until
    return { ...facts, opensOn: end === null ? null : addDays(end, -days) }
  },
  allow: [{ role: 'INSTITUTION_ADMIN', only: ofOwnInstitution, denial: '由本机构管理员提出' }],
  fires: { machine: proceedingLife, event: 'open', state: ({ state }) => state },
  rules: [noSecondProceeding, renewalInWindow],

  subject: ({ output, input }) => ({
    type: 'directory-proceeding',
    id: output?.proceedingId ?? input.id,
    matter: input.id,
  }),
  run: (work) => openProceeding(work, 'RENEWAL'),
})
