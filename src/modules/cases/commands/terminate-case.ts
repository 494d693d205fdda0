import { command } from '#kernel/command.ts'
import { terminationGround } from '#law/terms/interruption.ts'
import { terminate as endpoint } from '../contract/clock.ts'
import { caseLife } from '../lifecycle.ts'
import { tellClient, tellInstitution } from '../notices/tell.ts'
import { nothingFrozen } from '../rules/ending.ts'
import { institutionHead } from '../rules/who.ts'
import { lockCase } from '../store.ts'

/** Ends a case without an opinion on a coded ground, with what happens to materials and fee (O-18). */
export const terminateCase = command({
  endpoint,
  async load({ tx, target, actor }) {
    const row = await lockCase(tx, target.id, actor)
    const frozen = await tx
      .selectFrom('opinion_document')
      .select('no')
      .where('case_id', '=', row.id)
      .where('state', '!=', 'VOIDED')
      .executeTakeFirst()
    return { row, frozen: frozen?.no }
  },
  allow: institutionHead,
  fires: { machine: caseLife, event: 'terminate', state: ({ row }) => row.state },
  rules: [nothingFrozen],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, input, actor, now, chance }) {
    await tx
      .insertInto('case_ending')
      .values({
        case_id: row.id,
        kind: 'TERMINATED',
        ground: input.ground,
        reason: input.reason,
        material_return: input.materialReturn,
        fee_settlement: input.feeSettlement,
        ended_by: actor.accountId ?? '',
        ended_at: now,
      })
      .execute()
    await tx
      .updateTable('appraisal_case')
      .set({ state: 'TERMINATED', closed_at: now })
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    const told = { tx, chance, now, row }
    await tellClient({
      ...told,
      title: '终止鉴定告知书',
      body: `因${terminationGround.label(input.ground)}终止鉴定。${input.reason}材料退还：${input.materialReturn}。费用结算：${input.feeSettlement}。`,
      document: 'termination',
    })
    await tellInstitution(
      { ...told, title: '案件终止', body: `请办理材料退还：${input.materialReturn}。`, at: '/materials' },
      'MATERIAL_CUSTODIAN',
    )
    return { state: 'TERMINATED' }
  },
})
