import { command } from '#kernel/command.ts'
import { settleChange as endpoint } from '../contract.ts'
import { institutionLife } from '../lifecycle.ts'
import { lockInstitution, moveInstitution } from '../store.ts'

/** Ends the review of a change. */
export const settleChange = command({
  endpoint,
  load: ({ tx, target }) => lockInstitution(tx, target.id),
  allow: [{ role: 'CNIPA_OFFICER', denial: '变更由国家知识产权局审结' }],
  fires: { machine: institutionLife, event: 'settle-change', state: ({ institution }) => institution.state },
  subject: ({ facts }) => ({ type: 'institution', id: facts.institution.id }),
  run: ({ tx, facts, input, actor, now }) =>
    moveInstitution(tx, {
      subjectId: facts.institution.id,
      state: 'LISTED',
      reason: input.reason,
      at: now,
      by: actor.accountId,
    }),
})
