import { command } from '#kernel/command.ts'
import { rule } from '#kernel/rule.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { lockCase } from '#modules/cases/module.ts'
import { acknowledge as endpoint } from '../contract/issue.ts'
import { livingOpinion } from '../reading/opinion-rows.ts'
import { client } from '../rules/issuers.ts'

const waitsForReceipt = rule<{ readonly open: readonly string[]; readonly delivered: boolean }>({
  id: 'delivery-waits-for-receipt',
  brief: 'A-08',
  says: '送达之后由委托方签收一次',
  basis: [guangdong.clause('第30条')],
  check: ({ open, delivered }) => {
    if (!delivered) return { fail: '意见书还没有送达', remedy: '鉴定机构登记送达后再签收。' }
    return open.length > 0 ? 'pass' : { fail: '已经签收过', remedy: '不必再办。' }
  },
})

/** The entrusting side says that it has received the opinion. */
export const acknowledgeOpinion = command({
  endpoint,
  async load({ tx, target, actor }) {
    const row = await lockCase(tx, target.id, actor)
    const opinion = await livingOpinion(tx, row.id)
    const deliveries = opinion
      ? await tx
          .selectFrom('opinion_delivery')
          .select(['id', 'acknowledged_at'])
          .where('opinion_id', '=', opinion.id)
          .execute()
      : []
    const open = deliveries.filter(({ acknowledged_at }) => acknowledged_at === null)
    return { case: row, delivered: deliveries.length > 0, open: open.map(({ id }) => id) }
  },
  allow: client,
  rules: [waitsForReceipt],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts, actor, now }) {
    await tx
      .updateTable('opinion_delivery')
      .set({ acknowledged_by: actor.accountId, acknowledged_at: now })
      .where('id', 'in', facts.open)
      .execute()
    return { acknowledgedAt: now.toISOString() }
  },
})
