import { command } from '#kernel/command.ts'
import { spokenDate } from '#law/working-days/calendar-date.ts'
import { dueInWords } from '#law/working-days/clock.ts'
import { resume as endpoint } from '../contract/clock.ts'
import { caseLife } from '../lifecycle.ts'
import { tellClient } from '../notices/tell.ts'
import { clockOf } from '../reading/clock-of.ts'
import { institutionHead } from '../rules/who.ts'
import { lockCase, moveCase } from '../store.ts'

/** Starts the clock again; today is the first day that counts. */
export const resumeCase = command({
  endpoint,
  load: async ({ tx, target, actor }) => ({ row: await lockCase(tx, target.id, actor) }),
  allow: institutionHead,
  fires: { machine: caseLife, event: 'resume', state: ({ row }) => row.state },
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, input, to, actor, today, now, chance }) {
    await tx
      .updateTable('case_suspension')
      .set({ until_on: today, resumed_by: actor.accountId, resume_note: input.note })
      .where('case_id', '=', row.id)
      .where('until_on', 'is', null)
      .executeTakeFirstOrThrow()
    await moveCase(tx, row.id, to)
    const { due, provisional } = await clockOf(tx, row.id, today)
    await tellClient({
      tx,
      chance,
      now,
      row,
      title: '恢复鉴定告知书',
      body: `自${spokenDate(today)}起恢复鉴定。${input.note}鉴定期限至${dueInWords({ due, provisional })}。`,
      at: '/agreement',
      document: 'resumption',
    })
    return { state: to, due: due ?? today, provisional }
  },
  record: ({ output }) => ({ due: output.due }),
})
