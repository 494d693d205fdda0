import { command } from '#kernel/command.ts'
import { advanceDraw as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { lockSession } from '../store.ts'

/** One more entry, so that a quiet log reaches the size that a draw waits for. Its salts are new, hence so is the root. */
export const advanceDraw = command({
  endpoint,
  load: ({ tx, target, actor }) => lockSession(tx, target.id, actor),
  allow: [{ role: 'system', denial: '由系统办理' }],
  fires: { machine: selectionLife, event: 'advance-draw', state: ({ session }) => session.state },
  subject: ({ input }) => ({ type: 'selection', id: input.id }),
  async run({ to }) {
    return { state: to }
  },
})
