import { command } from '#kernel/command.ts'
import { close as endpoint } from '../contract/clock.ts'
import { caseLife } from '../lifecycle.ts'
import { tellClient } from '../notices/tell.ts'
import { deliveriesAcknowledged } from '../rules/ending.ts'
import { institutionOffice } from '../rules/who.ts'
import { lockCase } from '../store.ts'

/** Nothing is left to do after delivery; the entrusting side is asked how the opinion was used (二（六）). */
export const closeCase = command({
  endpoint,
  async load({ tx, target, actor }) {
    const row = await lockCase(tx, target.id, actor)
    const open = await tx
      .selectFrom('opinion_delivery')
      .innerJoin('opinion_document', 'opinion_document.id', 'opinion_id')
      .select('recipient')
      .where('case_id', '=', row.id)
      .where('acknowledged_at', 'is', null)
      .execute()
    return { row, unacknowledged: open.map(({ recipient }) => recipient) }
  },
  allow: institutionOffice,
  fires: { machine: caseLife, event: 'close', state: ({ row }) => row.state },
  rules: [deliveriesAcknowledged],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, now, to, chance }) {
    await tx
      .updateTable('appraisal_case')
      .set({ state: 'CLOSED', closed_at: now })
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    await tellClient({
      tx,
      chance,
      now,
      row,
      title: '案件办结，请反馈采信情况',
      body: '本案已办结。请在裁判或处理后告知鉴定意见的采信情况，以便改进工作。',
    })
    return { state: to, closedAt: now.toISOString() }
  },
})
