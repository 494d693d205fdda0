import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { suspensionGround } from '#law/terms/interruption.ts'
import { spokenDate } from '#law/working-days/calendar-date.ts'
import { suspend as endpoint } from '../contract/clock.ts'
import { caseLife } from '../lifecycle.ts'
import { tellClient } from '../notices/tell.ts'
import { endOfSuspensionAhead } from '../rules/clock.ts'
import { institutionHead } from '../rules/who.ts'
import { lockCase, moveCase, nextRowNo } from '../store.ts'

/** Stops the clock on a coded ground (K-03); today is the first day that does not count. */
export const suspendCase = command({
  endpoint,
  load: async ({ tx, target, actor, now }) => ({
    row: await lockCase(tx, target.id, actor),
    today: beijingDate(now),
  }),
  allow: institutionHead,
  fires: { machine: caseLife, event: 'suspend', state: ({ row }) => row.state },
  formRules: [endOfSuspensionAhead],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, input, to, actor, today, now, chance }) {
    await tx
      .insertInto('case_suspension')
      .values({
        case_id: row.id,
        no: await nextRowNo(tx, 'case_suspension', row.id),
        ground: input.ground,
        reason: input.reason,
        from_on: today,
        expected_end: input.expectedEnd,
        until_on: null,
        suspended_by: actor.accountId ?? '',
        resumed_by: null,
        resume_note: null,
      })
      .execute()
    await moveCase(tx, row.id, to)
    await tellClient({
      tx,
      chance,
      now,
      row,
      title: '中止鉴定告知书',
      body: `自${spokenDate(today)}起中止鉴定：${suspensionGround.label(input.ground)}。${input.reason}预计${spokenDate(input.expectedEnd)}恢复，中止期间不计入鉴定期限。`,
      at: '/agreement',
      document: 'suspension',
    })
    return { state: to, from: today }
  },
})
