import { command } from '#kernel/command.ts'
import { notify } from '#modules/notices/module.ts'
import { requestSupplement as endpoint } from '../contract/endpoints.ts'
import { commissionLife } from '../lifecycle.ts'
import { intakeOfInstitution } from '../rules/who.ts'
import { lockCommission, supplementsOf } from '../store.ts'

/** Asks the entrusting side for what is missing; the clock of A-02 stands until it is answered. */
export const requestSupplement = command({
  endpoint,
  load: async ({ tx, target, actor }) => ({ commission: await lockCommission(tx, target.id, actor) }),
  allow: intakeOfInstitution,
  fires: {
    machine: commissionLife,
    event: 'request-supplement',
    state: ({ commission }) => commission.state,
  },
  subject: ({ input }) => ({ type: 'commission', id: input.id, matter: input.id }),
  async run({ tx, facts: { commission }, input, actor, now, chance }) {
    const earlier = await supplementsOf(tx, commission.id)
    await tx
      .insertInto('commission_supplement')
      .values({
        commission_id: commission.id,
        round: earlier.length + 1,
        items: JSON.stringify(input.items),
        requested_by: actor.accountId ?? '',
        requested_at: now,
        answered_at: null,
        answer: null,
      })
      .execute()
    await tx
      .updateTable('commission')
      .set({ state: 'SUPPLEMENT_REQUESTED' })
      .where('id', '=', commission.id)
      .executeTakeFirstOrThrow()
    await notify(tx, {
      chance,
      now,
      matter: commission.id,
      to: { accountId: commission.entrusted_by },
      title: `补正通知：${commission.title}`,
      body: [
        '经审查，所送委托需要补正下列内容：',
        ...input.items.map((item, i) => `${i + 1}. ${item}`),
        '请在平台上提交补正。补正期间受理期限停止计算。',
      ].join('\n'),
      link: `/app/commissions/${commission.id}`,
      document: 'supplement',
    })
    return { state: 'SUPPLEMENT_REQUESTED' }
  },
})
