import { command } from '#kernel/command.ts'
import { beginDrafting as endpoint } from '../contract/standards.ts'
import { standardLife } from '../lifecycle.ts'
import { publishers } from '../rules/who.ts'
import { lockStandard } from '../store.ts'

/** Names the drafting units; from now on the standard is in work. */
export const beginDrafting = command({
  endpoint,
  load: async ({ tx, target }) => ({ standard: await lockStandard(tx, target.id) }),
  allow: publishers,
  fires: { machine: standardLife, event: 'begin-drafting', state: ({ standard }) => standard.state },
  subject: ({ facts }) => ({ type: 'standard', id: facts.standard.id }),
  async run({ tx, facts, input }) {
    await tx
      .updateTable('standard')
      .set({ state: 'DRAFTING', drafting_units: input.draftingUnits })
      .where('id', '=', facts.standard.id)
      .executeTakeFirstOrThrow()
    return { state: 'DRAFTING' as const }
  },
})
