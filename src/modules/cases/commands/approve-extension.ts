import { command } from '#kernel/command.ts'
import { dueInWords } from '#law/working-days/clock.ts'
import { approveExtension as endpoint } from '../contract/clock.ts'
import { caseLife } from '../lifecycle.ts'
import { tellPerson } from '../notices/tell.ts'
import { askerOrLead } from '../reading/asker-or-lead.ts'
import { clockOf } from '../reading/clock-of.ts'
import { extensionsOf } from '../reading/extensions-of.ts'
import { extensionWasRequested } from '../rules/clock.ts'
import { entrustingOfficer } from '../rules/who.ts'
import { lockCase } from '../store.ts'

/** The court's officer decides the application that waits (K-02); only approval moves the date. */
export const approveExtension = command({
  endpoint,
  async load({ tx, target, actor }) {
    const row = await lockCase(tx, target.id, actor)
    return { row, extensions: await extensionsOf(tx, row.id) }
  },
  allow: entrustingOfficer,
  fires: { machine: caseLife, event: 'extend', state: ({ row }) => row.state },
  rules: [extensionWasRequested],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, input, actor, today, now, chance }) {
    const decided = await tx
      .updateTable('case_extension')
      .set({
        state: input.approved ? 'APPROVED' : 'REFUSED',
        decided_by: actor.accountId,
        decided_on: today,
        decided_for: actor.organisation,
        decision_note: input.note,
      })
      .where('case_id', '=', row.id)
      .where('state', '=', 'REQUESTED')
      .returning(['requested_by', 'days'])
      .executeTakeFirstOrThrow()
    const { due, provisional } = await clockOf(tx, row.id, today)
    const told = {
      tx,
      chance,
      now,
      row,
      title: input.approved ? '法院批准延长' : '法院不批准延长',
      body: `${input.approved ? `批准延长${decided.days}个工作日` : '不批准延长'}：${input.note}。到期日：${dueInWords({ due, provisional })}。`,
      at: '/agreement',
    }
    await tellPerson(told, await askerOrLead(tx, row.id, decided.requested_by))
    return { due, provisional }
  },
  record: ({ output }) => ({ due: output.due }),
})
