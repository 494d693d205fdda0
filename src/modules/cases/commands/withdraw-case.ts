import { command } from '#kernel/command.ts'
import { withdraw as endpoint } from '../contract/clock.ts'
import { caseLife } from '../lifecycle.ts'
import { tellInstitution } from '../notices/tell.ts'
import { client } from '../rules/who.ts'
import { lockCase } from '../store.ts'

/** The client takes its commission back before the plan is settled (domain brief §6, P-06). */
export const withdrawCase = command({
  endpoint,
  load: async ({ tx, target, actor }) => ({ row: await lockCase(tx, target.id, actor) }),
  allow: client,
  fires: { machine: caseLife, event: 'withdraw', state: ({ row }) => row.state },
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, input, actor, now, chance }) {
    await tx
      .insertInto('case_ending')
      .values({
        case_id: row.id,
        kind: 'WITHDRAWN',
        ground: null,
        reason: input.reason,
        material_return: '由机构退还委托方',
        fee_settlement: input.feeSettlement,
        ended_by: actor.accountId ?? '',
        ended_at: now,
      })
      .execute()
    await tx
      .updateTable('appraisal_case')
      .set({ state: 'WITHDRAWN', closed_at: now })
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    await tellInstitution(
      {
        tx,
        chance,
        now,
        row,
        title: '委托方撤回委托',
        body: `理由：${input.reason}。请办理材料退还和费用结算。`,
      },
      'INSTITUTION_ADMIN',
    )
    return { state: 'WITHDRAWN' }
  },
})
