import { command } from '#kernel/command.ts'
import { lockProceeding, settleProceeding } from '../adjustment/proceedings.ts'
import { rejectProceeding as endpoint } from '../contract/proceedings.ts'
import { proceedingLife } from '../lifecycle.ts'
import { deciderIsAnother } from '../rules/adjustment.ts'

/** Leaves everything as it is, with the reason. */
export const rejectProceeding = command({
  endpoint,
  load: (at) => lockProceeding(at),
  allow: [{ role: 'CNIPA_OFFICER', denial: '名录事项由国家知识产权局决定' }],
  fires: { machine: proceedingLife, event: 'reject', state: ({ proceeding }) => proceeding.state },
  rules: [deciderIsAnother],
  subject: ({ facts }) => ({
    type: 'directory-proceeding',
    id: facts.proceeding.id,
    matter: facts.institution.id,
  }),
  run: (work) => settleProceeding(work, 'REJECTED'),
})
