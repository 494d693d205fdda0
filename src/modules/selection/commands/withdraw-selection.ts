import { command } from '#kernel/command.ts'
import { withdrawSelection as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { drawnOrderBinds } from '../rules/choosing.ts'
import { authorityOfSelection } from '../rules/who.ts'
import { drawOf, lockSession, moveSession } from '../store.ts'

/** Ends a selection without a choice. A draw that was committed to can only be opened or void. */
export const withdrawSelection = command({
  endpoint,
  async load({ tx, target, actor }) {
    return {
      ...(await lockSession(tx, target.id, actor)),
      drawn: (await drawOf(tx, target.id)) !== undefined,
    }
  },
  allow: authorityOfSelection,
  fires: { machine: selectionLife, event: 'withdraw', state: ({ session }) => session.state },
  rules: [drawnOrderBinds],
  subject: ({ input }) => ({ type: 'selection', id: input.id }),
  async run({ tx, input, to, now }) {
    await moveSession(tx, input.id, { to, endedAt: now })
    return { state: to }
  },
})
