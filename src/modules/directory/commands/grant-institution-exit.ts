import { command } from '#kernel/command.ts'
import { lockProceeding, settleProceeding } from '../adjustment/proceedings.ts'
import { grantExit as endpoint } from '../contract/proceedings.ts'
import { institutionLife, proceedingLife } from '../lifecycle.ts'
import { moveInstitution } from '../register/move.ts'
import { deciderIsAnother } from '../rules/adjustment.ts'

/** Lets an institution leave; its history stays. */
export const grantExit = command({
  endpoint,
  load: (at) => lockProceeding(at, 'EXIT'),
  allow: [{ role: 'CNIPA_OFFICER', denial: '名录事项由国家知识产权局决定' }],
  fires: { machine: proceedingLife, event: 'grant', state: ({ proceeding }) => proceeding.state },
  alsoFires: {
    machine: institutionLife,
    event: 'exit',
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
    const input = { id: work.facts.institution.id, reason: `主动退出：${work.facts.proceeding.reason}` }
    await moveInstitution({ ...work, input }, 'EXITED')
    return settleProceeding(work, 'GRANTED')
  },
})
