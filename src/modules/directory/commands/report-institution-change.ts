import { command } from '#kernel/command.ts'
import { ofOwnInstitution } from '#modules/identity/module.ts'
import { reportChange as endpoint } from '../contract/institutions.ts'
import { institutionLife } from '../lifecycle.ts'
import { moveInstitution } from '../register/move.ts'
import { lockInstitution } from '../store.ts'

/** Reports a change of what the directory says; no new case until it is settled. */
export const reportChange = command({
  endpoint,
  load: ({ tx, target }) => lockInstitution(tx, target.id),
  allow: [{ role: 'INSTITUTION_ADMIN', only: ofOwnInstitution, denial: '变更由本机构管理员申报' }],
  fires: { machine: institutionLife, event: 'report-change', state: ({ institution }) => institution.state },
  subject: ({ facts }) => ({ type: 'institution', id: facts.institution.id }),
  run: (work) => moveInstitution(work, 'CHANGE_PENDING'),
})
