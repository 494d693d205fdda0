import { command } from '#kernel/command.ts'
import { notify } from '#modules/notices/module.ts'
import { withdraw as endpoint } from '../contract/endpoints.ts'
import { commissionLife } from '../lifecycle.ts'
import { entrustingSide } from '../rules/who.ts'
import { lockCommission } from '../store.ts'

/** The entrusting side takes its commission back before intake has decided. */
export const withdrawCommission = command({
  endpoint,
  load: async ({ tx, target, actor }) => ({ commission: await lockCommission(tx, target.id, actor) }),
  allow: entrustingSide,
  fires: { machine: commissionLife, event: 'withdraw', state: ({ commission }) => commission.state },
  subject: ({ input }) => ({ type: 'commission', id: input.id, matter: input.id }),
  async run({ tx, facts: { commission }, input, actor, now, chance }) {
    await tx
      .updateTable('commission')
      .set({
        state: 'WITHDRAWN',
        decided_at: now,
        decided_by: actor.accountId,
        decision: JSON.stringify({ kind: 'withdrawn', reason: input.reason }),
      })
      .where('id', '=', commission.id)
      .executeTakeFirstOrThrow()
    await notify(tx, {
      chance,
      now,
      matter: commission.id,
      to: { organisationId: commission.institution_id, role: 'INTAKE_CLERK' },
      title: `委托已撤回：${commission.title}`,
      body: `委托方撤回委托，理由：${input.reason}。请办理材料退还。`,
      link: `/app/commissions/${commission.id}`,
    })
    return { state: 'WITHDRAWN' }
  },
})
