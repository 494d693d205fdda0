import { command } from '#kernel/command.ts'
import { restoreInstitution as endpoint } from '../contract/institutions.ts'
import { institutionLife } from '../lifecycle.ts'
import { moveInstitution } from '../register/move.ts'
import { lockInstitution } from '../store.ts'

/** Recommended again from this moment. */
export const restoreInstitution = command({
  endpoint,
  load: ({ tx, target }) => lockInstitution(tx, target.id),
  allow: [
    { role: 'ASSOCIATION_SECRETARY', denial: '暂停与恢复荐用由行业自律组织秘书处办理' },
    { role: 'CNIPA_OFFICER', denial: '暂停与恢复荐用由国家知识产权局办理' },
  ],
  fires: { machine: institutionLife, event: 'restore', state: ({ institution }) => institution.state },
  subject: ({ facts }) => ({ type: 'institution', id: facts.institution.id }),
  run: (work) => moveInstitution(work, 'LISTED'),
})
