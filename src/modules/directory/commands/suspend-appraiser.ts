import { command } from '#kernel/command.ts'
import { ofOwnInstitution } from '#modules/identity/module.ts'
import { suspendAppraiser as endpoint } from '../contract/institutions.ts'
import { appraiserLife } from '../lifecycle.ts'
import { moveAppraiser } from '../register/move.ts'
import { lockAppraiser } from '../store.ts'

export const suspendAppraiser = command({
  endpoint,
  load: ({ tx, target }) => lockAppraiser(tx, target.id),
  allow: [
    { role: 'INSTITUTION_ADMIN', only: ofOwnInstitution, denial: '由所在机构的管理员办理' },
    { role: 'ASSOCIATION_SECRETARY', denial: '由行业自律组织秘书处办理' },
  ],
  fires: { machine: appraiserLife, event: 'suspend', state: ({ appraiser }) => appraiser.state },
  subject: ({ facts }) => ({ type: 'appraiser', id: facts.appraiser.id }),
  run: (work) => moveAppraiser(work, 'SUSPENDED'),
})
