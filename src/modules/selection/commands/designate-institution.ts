import { command } from '#kernel/command.ts'
import { designate as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { chosenIsCandidate, drawnOrderBinds } from '../rules/choosing.ts'
import { authorityOfSelection } from '../rules/who.ts'
import { assessedAgain, choose, choosing } from '../writing/choose.ts'

/** The authority names an institution and says why. */
export const designate = command({
  endpoint,
  load: ({ tx, target, actor }) => choosing(tx, { id: target.id, actor }),
  allow: authorityOfSelection,
  fires: { machine: selectionLife, event: 'choose', state: ({ session }) => session.state },
  rules: [drawnOrderBinds],
  consider: ({ tx, facts, now }) => assessedAgain(tx, { facts, now }),
  formRules: [chosenIsCandidate],
  subject: ({ input }) => ({ type: 'selection', id: input.id }),
  run: (work) =>
    choose({
      work,
      facts: work.facts,
      assessed: work.more.assessed,
      key: work.input.key,
      way: 'DESIGNATION',
      record: work.input.record,
    }),
})
