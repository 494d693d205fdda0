import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { supersedeStandard as endpoint } from '../contract/standards.ts'
import { standardLife } from '../lifecycle.ts'
import { endNotInFuture, successorInForce } from '../rules/pipeline.ts'
import { publishers } from '../rules/who.ts'
import { lockStandard } from '../store.ts'

/** Records that another standard, already in force, has taken its place. */
export const supersedeStandard = command({
  endpoint,
  load: async ({ tx, target }) => ({ standard: await lockStandard(tx, target.id) }),
  allow: publishers,
  fires: { machine: standardLife, event: 'supersede', state: ({ standard }) => standard.state },
  async consider({ tx, input, now }) {
    const successor = await tx
      .selectFrom('standard')
      .select(['id', 'state', 'title', 'number'])
      .where('slug', '=', input.by)
      .executeTakeFirst()
    return { successor: successor ?? null, today: beijingDate(now) }
  },
  formRules: [successorInForce, endNotInFuture],
  subject: ({ facts }) => ({ type: 'standard', id: facts.standard.id }),
  async run({ tx, facts: { standard }, more: { successor }, input }) {
    const state = 'SUPERSEDED' as const
    const end_reason = `由 ${successor?.number ?? successor?.title ?? input.by} 代替`
    await tx
      .updateTable('standard')
      .set({ state, ended_on: input.on, end_reason })
      .where('id', '=', standard.id)
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('standard')
      .set({ supersedes: standard.id })
      .where('id', '=', successor?.id ?? '')
      .where('supersedes', 'is', null)
      .execute()
    return { state }
  },
})
