import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { withdrawStandard as endpoint } from '../contract/standards.ts'
import { standardLife } from '../lifecycle.ts'
import { endNotInFuture } from '../rules/pipeline.ts'
import { publishers } from '../rules/who.ts'
import { lockStandard } from '../store.ts'

/** Records that the standard holds no longer and nothing takes its place. */
export const withdrawStandard = command({
  endpoint,
  load: async ({ tx, target }) => ({ standard: await lockStandard(tx, target.id) }),
  allow: publishers,
  fires: { machine: standardLife, event: 'withdraw', state: ({ standard }) => standard.state },
  consider: async ({ now }) => ({ today: beijingDate(now) }),
  formRules: [endNotInFuture],
  subject: ({ facts }) => ({ type: 'standard', id: facts.standard.id }),
  async run({ tx, facts: { standard }, input }) {
    const state = 'WITHDRAWN' as const
    await tx
      .updateTable('standard')
      .set({ state, ended_on: input.on, end_reason: input.reason })
      .where('id', '=', standard.id)
      .executeTakeFirstOrThrow()
    return { state }
  },
})
