import { command } from '#kernel/command.ts'
import { nominateAppraiser as endpoint } from '../contract/team.ts'
import { caseLife } from '../lifecycle.ts'
import { tellPerson } from '../notices/tell.ts'
import { candidateOf } from '../reading/candidate-of.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { nominationRules } from '../rules/team.ts'
import { institutionOffice } from '../rules/who.ts'

/** Puts an appraiser into the team, with his qualification of today frozen beside him (P-01…P-03, P-11). */
export const nominateAppraiser = command({
  endpoint,
  load: ({ tx, target, actor, now }) => teamFacts(tx, target.id, actor, now),
  allow: institutionOffice,
  fires: { machine: caseLife, event: 'keep-team', state: ({ row }) => row.state },
  consider: async ({ tx, facts, input, now }) => ({
    candidate: await candidateOf(tx, facts.row, input.accountId, now),
  }),
  formRules: nominationRules,
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, more: { candidate }, input, actor, now, chance }) {
    const memberId = chance.id()
    if (input.lead)
      await tx
        .updateTable('case_member')
        .set({ lead: false })
        .where('case_id', '=', row.id)
        .where('left_at', 'is', null)
        .execute()
    await tx
      .insertInto('case_member')
      .values({
        id: memberId,
        case_id: row.id,
        account_id: input.accountId,
        lead: input.lead,
        qualification: JSON.stringify(candidate.snapshot),
        nominated_by: actor.accountId ?? '',
        joined_at: now,
        commitment: null,
        conflicts: null,
        commitment_signed_at: null,
        left_at: null,
        left_because: null,
        succeeds: null,
      })
      .execute()
    const body = `您被指定为本案${input.lead ? '主鉴定人' : '鉴定人'}，请核对回避事由并签署承诺书。`
    await tellPerson({ tx, chance, now, row, title: '指定鉴定人', body, at: '/team' }, input.accountId)
    return { memberId }
  },
  record: ({ more }) => ({ qualification: JSON.parse(JSON.stringify(more.candidate.snapshot)) }),
})
