import { command } from '#kernel/command.ts'
import { acceptOffer as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { conflictChecked } from '../rules/answering.ts'
import { institutionInTurn } from '../rules/who.ts'
import { lockSession } from '../store.ts'
import { answer } from '../writing/answer.ts'

/** The institution takes the matter on; the authority may now commission it. */
export const acceptOffer = command({
  endpoint,
  load: ({ tx, target, actor }) => lockSession(tx, target.id, actor),
  allow: institutionInTurn,
  fires: { machine: selectionLife, event: 'accept', state: ({ session }) => session.state },
  formRules: [conflictChecked],
  subject: ({ input }) => ({ type: 'selection', id: input.id }),
  run: (work) =>
    answer(work, {
      answer: 'ACCEPTED',
      reason: null,
      explanation: null,
      title: '选定机构已承接',
      body: `${work.actor.organisation}已核查利害关系并同意承接。请据此提出委托。`,
    }),
})
