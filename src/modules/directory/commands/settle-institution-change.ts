import { command } from '#kernel/command.ts'
import { settleChange as endpoint } from '../contract/institutions.ts'
import { institutionLife } from '../lifecycle.ts'
import { moveInstitution } from '../register/move.ts'
import { lockInstitution } from '../store.ts'

/** Ends the review of a change. */
export const settleChange = command({
  endpoint,
  load: ({ tx, target }) => lockInstitution(tx, target.id),
  allow: [{ role: 'CNIPA_OFFICER', denial: '变更由国家知识产权局审结' }],
  fires: { machine: institutionLife, event: 'settle-change', state: ({ institution }) => institution.state },
  subject: ({ facts }) => ({ type: 'institution', id: facts.institution.id }),
  run: (work) => moveInstitution(work, 'LISTED'),
})
