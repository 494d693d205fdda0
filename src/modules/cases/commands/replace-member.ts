import { command } from '#kernel/command.ts'
import { replaceMember as endpoint } from '../contract/team.ts'
import { caseLife } from '../lifecycle.ts'
import { tellClient, tellPerson } from '../notices/tell.ts'
import { candidateOf } from '../reading/candidate-of.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { leavingIsMember, nominationRules } from '../rules/team.ts'
import { institutionOffice } from '../rules/who.ts'

/** One appraiser leaves with a reason and another takes his place and his steps of the plan, before signing. */
export const replaceMember = command({
  endpoint,
  load: ({ tx, target, actor, now }) => teamFacts(tx, target.id, actor, now),
  allow: institutionOffice,
  fires: { machine: caseLife, event: 'keep-team', state: ({ row }) => row.state },
  consider: async ({ tx, facts, input, now }) => ({
    candidate: await candidateOf(tx, facts.row, input.successorId, now),
  }),
  formRules: [leavingIsMember, ...nominationRules],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, more: { candidate }, input, actor, now, chance }) {
    const left = await tx
      .updateTable('case_member')
      .set({ left_at: now, left_because: input.reason })
      .where('case_id', '=', row.id)
      .where('account_id', '=', input.accountId)
      .where('left_at', 'is', null)
      .returning(['id', 'lead'])
      .executeTakeFirstOrThrow()
    const memberId = chance.id()
    await tx
      .insertInto('case_member')
      .values({
        id: memberId,
        case_id: row.id,
        account_id: input.successorId,
        lead: left.lead,
        qualification: JSON.stringify(candidate.snapshot),
        nominated_by: actor.accountId ?? '',
        joined_at: now,
        commitment: null,
        conflicts: null,
        commitment_signed_at: null,
        left_at: null,
        left_because: null,
        succeeds: left.id,
      })
      .execute()
    const plan = await tx
      .selectFrom('case_plan')
      .select('steps')
      .where('case_id', '=', row.id)
      .executeTakeFirst()
    if (plan) {
      const handOver = (id: string) => (id === input.accountId ? input.successorId : id)
      const steps = plan.steps.map((step) => ({ ...step, who: [...new Set(step.who.map(handOver))] }))
      await tx
        .updateTable('case_plan')
        .set({ steps: JSON.stringify(steps) })
        .where('case_id', '=', row.id)
        .execute()
    }
    const told = { tx, chance, now, row, at: '/team' }
    await tellPerson(
      { ...told, title: '接任鉴定人', body: '您接任本案鉴定人，请核对回避事由并签署承诺书。' },
      input.successorId,
    )
    await tellClient({
      ...told,
      title: '更换鉴定人告知书',
      body: `因${input.reason}，鉴定人更换为${candidate.name}。`,
      document: 'member-replaced',
    })
    return { memberId }
  },
  record: ({ more }) => ({ qualification: JSON.parse(JSON.stringify(more.candidate.snapshot)) }),
})
