import { command } from '#kernel/command.ts'
import { refusalGround } from '#law/terms/admissibility.ts'
import { notify } from '#modules/notices/module.ts'
import { refuse as endpoint } from '../contract/endpoints.ts'
import { commissionLife } from '../lifecycle.ts'
import { intakeOfInstitution } from '../rules/who.ts'
import { lockCommission } from '../store.ts'

/** Refuses with coded grounds and written reasons; the materials go back. */
export const refuseCommission = command({
  endpoint,
  load: async ({ tx, target, actor }) => ({ commission: await lockCommission(tx, target.id, actor) }),
  allow: intakeOfInstitution,
  fires: { machine: commissionLife, event: 'refuse', state: ({ commission }) => commission.state },
  subject: ({ input }) => ({ type: 'commission', id: input.id, matter: input.id }),
  async run({ tx, facts: { commission }, input, actor, now, chance }) {
    const { grounds, explanation, materialsReturn } = input
    await tx
      .updateTable('commission')
      .set({
        state: 'REFUSED',
        decided_at: now,
        decided_by: actor.accountId,
        decision: JSON.stringify({ kind: 'refused', grounds, explanation, materialsReturn }),
      })
      .where('id', '=', commission.id)
      .executeTakeFirstOrThrow()
    await notify(tx, {
      chance,
      now,
      matter: commission.id,
      to: { accountId: commission.entrusted_by },
      title: `不予受理通知：${commission.title}`,
      body: [
        '经审查，本机构决定不予受理。',
        `情形：${grounds.map(refusalGround.label).join('；')}。`,
        `理由：${explanation}`,
        `材料退还：${materialsReturn}`,
      ].join('\n'),
      link: `/app/commissions/${commission.id}`,
      document: 'refusal',
    })
    return { state: 'REFUSED' }
  },
})
