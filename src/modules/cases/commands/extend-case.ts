import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { extensionReason } from '#law/terms/interruption.ts'
import { dueInWords } from '#law/working-days/clock.ts'
import { extend as endpoint } from '../contract/clock.ts'
import { caseLife } from '../lifecycle.ts'
import { tellClient } from '../notices/tell.ts'
import { clockOf } from '../reading/clock-of.ts'
import { extensionsOf } from '../reading/extensions-of.ts'
import { courtDecidesExtension, extendedWithinCount, extensionWithinMaximum } from '../rules/clock.ts'
import { institutionHead } from '../rules/who.ts'
import { lockCase, nextRowNo } from '../store.ts'

/** The institution's head extends once, up to the maximum, and tells the client (K-01). */
export const extendCase = command({
  endpoint,
  async load({ tx, target, actor, now }) {
    const row = await lockCase(tx, target.id, actor)
    return { row, today: beijingDate(now), extensions: await extensionsOf(tx, row.id) }
  },
  allow: institutionHead,
  fires: { machine: caseLife, event: 'extend', state: ({ row }) => row.state },
  rules: [courtDecidesExtension, extendedWithinCount],
  formRules: [extensionWithinMaximum],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, input, actor, today, now, chance }) {
    await tx
      .insertInto('case_extension')
      .values({
        case_id: row.id,
        no: await nextRowNo(tx, 'case_extension', row.id),
        state: 'APPROVED',
        days: input.days,
        reason: input.reason,
        explanation: input.explanation,
        requested_by: actor.accountId ?? '',
        requested_on: today,
        decided_by: actor.accountId,
        decided_on: today,
        decided_for: '机构负责人',
        decision_note: input.explanation,
      })
      .execute()
    const { due, provisional } = await clockOf(tx, row.id, today)
    await tellClient({
      tx,
      chance,
      now,
      row,
      title: '延长鉴定时限告知书',
      body: `经机构负责人批准延长${input.days}个工作日：${extensionReason.label(input.reason)}。${input.explanation}到期日：${dueInWords({ due, provisional })}。`,
      at: '/agreement',
      document: 'extension',
    })
    return { due, provisional }
  },
  record: ({ output }) => ({ due: output.due }),
})
