import { command } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { addYears } from '#law/working-days/calendar-date.ts'
import { lockProceeding, settleProceeding } from '../adjustment/proceedings.ts'
import { grantRenewal as endpoint } from '../contract/proceedings.ts'
import { institutionLife, proceedingLife } from '../lifecycle.ts'
import { moveInstitution } from '../register/move.ts'
import { deciderIsAnother } from '../rules/adjustment.ts'

/** Adds one term to the term that runs or has run out. */
export const grantRenewal = command({
  endpoint,
  load: (at) => lockProceeding(at, 'RENEWAL'),
  allow: [{ role: 'CNIPA_OFFICER', denial: '名录事项由国家知识产权局决定' }],
  fires: { machine: proceedingLife, event: 'grant', state: ({ proceeding }) => proceeding.state },
  alsoFires: {
    machine: institutionLife,
    event: 'renew',
    state: ({ institution }) => institution.state,
    subject: ({ institution }) => institution.id,
  },
  rules: [deciderIsAnother],
  subject: ({ facts }) => ({
    type: 'directory-proceeding',
    id: facts.proceeding.id,
    matter: facts.institution.id,
  }),
  async run(work) {
    const { tx, facts, today } = work
    const { id, term_until } = facts.institution
    const years = parameterAt('listing-term', today).value
    const until = addYears(term_until === null || term_until < today ? today : term_until, years)
    await tx
      .updateTable('institution')
      .set({ term_until: until })
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await moveInstitution({ ...work, input: { id, reason: `延续至 ${until}` } }, 'LISTED')
    return settleProceeding(work, 'GRANTED')
  },
})
