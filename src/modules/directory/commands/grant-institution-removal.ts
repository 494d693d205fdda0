import { command } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { addYears } from '#law/working-days/calendar-date.ts'
import { lockProceeding, settleProceeding } from '../adjustment/proceedings.ts'
import { grantRemoval as endpoint } from '../contract/proceedings.ts'
import { institutionLife, proceedingLife } from '../lifecycle.ts'
import { moveInstitution } from '../register/move.ts'
import { deciderIsAnother } from '../rules/adjustment.ts'

/** Removes an institution on the ground of the determination; it stays barred for a term. */
export const grantRemoval = command({
  endpoint,
  load: (at) => lockProceeding(at, 'REMOVAL'),
  allow: [{ role: 'CNIPA_OFFICER', denial: '名录事项由国家知识产权局决定' }],
  fires: { machine: proceedingLife, event: 'grant', state: ({ proceeding }) => proceeding.state },
  alsoFires: {
    machine: institutionLife,
    event: 'remove',
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
    const { id } = facts.institution
    const barred = addYears(today, parameterAt('removal-bar', today).value)
    await tx
      .updateTable('institution')
      .set({ barred_until: barred })
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await moveInstitution({ ...work, input: { id, reason: facts.proceeding.reason } }, 'REMOVED')
    return settleProceeding(work, 'GRANTED')
  },
})
