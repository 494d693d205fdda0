import { command } from '#kernel/command.ts'
import { lockProceeding, settleProceeding } from '../adjustment/proceedings.ts'
import { grantAppeal as endpoint } from '../contract/proceedings.ts'
import { institutionLife, proceedingLife } from '../lifecycle.ts'
import { moveInstitution } from '../register/move.ts'
import { appealHeardByAnother, deciderIsAnother } from '../rules/adjustment.ts'

/** Upholds an appeal: the institution stands in the list again, and the bar falls. */
export const grantAppeal = command({
  endpoint,
  load: (at) => lockProceeding(at, 'APPEAL'),
  allow: [{ role: 'CNIPA_OFFICER', denial: '名录事项由国家知识产权局决定' }],
  fires: { machine: proceedingLife, event: 'grant', state: ({ proceeding }) => proceeding.state },
  alsoFires: {
    machine: institutionLife,
    event: 'reinstate',
    state: ({ institution }) => institution.state,
    subject: ({ institution }) => institution.id,
  },
  rules: [deciderIsAnother, appealHeardByAnother],
  subject: ({ facts }) => ({
    type: 'directory-proceeding',
    id: facts.proceeding.id,
    matter: facts.institution.id,
  }),
  async run(work) {
    const { id } = work.facts.institution
    await work.tx
      .updateTable('institution')
      .set({ barred_until: null })
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await moveInstitution({ ...work, input: { id, reason: `申诉成立：${work.input.reason}` } }, 'LISTED')
    return settleProceeding(work, 'GRANTED')
  },
})
