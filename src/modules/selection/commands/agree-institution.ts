import { command } from '#kernel/command.ts'
import { agree as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { chosenIsCandidate, drawnOrderBinds } from '../rules/choosing.ts'
import { authorityOfSelection } from '../rules/who.ts'
import { assessedAgain, choose, choosing } from '../writing/choose.ts'

/** The parties agreed on an institution; the authority records how. */
export const agree = command({
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
      way: 'AGREEMENT',
      record: work.input.record,
    }),
})
