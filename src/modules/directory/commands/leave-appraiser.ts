import { command } from '#kernel/command.ts'
import { ofOwnInstitution } from '#modules/identity/module.ts'
import { leaveAppraiser as endpoint } from '../contract/proceedings.ts'
import { appraiserLife } from '../lifecycle.ts'
import { moveAppraiser } from '../register/move.ts'
import { lockAppraiser } from '../store.ts'

/** An appraiser no longer practises here; only then may another institution register him. */
export const leaveAppraiser = command({
  endpoint,
  load: ({ tx, target }) => lockAppraiser(tx, target.id),
  allow: [{ role: 'INSTITUTION_ADMIN', only: ofOwnInstitution, denial: '离任由所在机构的管理员办理' }],
  fires: { machine: appraiserLife, event: 'leave', state: ({ appraiser }) => appraiser.state },
  subject: ({ facts }) => ({ type: 'appraiser', id: facts.appraiser.id }),
  run: (work) => moveAppraiser(work, 'LEFT'),
})
