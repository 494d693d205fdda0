import { command } from '#kernel/command.ts'
import { assignIssuer as endpoint } from '../contract/team.ts'
import { caseLife } from '../lifecycle.ts'
import { tellPerson } from '../notices/tell.ts'
import { candidateOf } from '../reading/candidate-of.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { issuerApart } from '../rules/team.ts'
import { institutionOffice } from '../rules/who.ts'

/**
 * Names who will issue for the institution: neither appraiser nor reviewer of the case (P-11). Another may be named until
 * the issue itself, so that a case does not stand still when its issuer leaves.
 */
export const assignIssuer = command({
  endpoint,
  load: ({ tx, target, actor, now }) => teamFacts(tx, target.id, actor, now),
  allow: institutionOffice,
  fires: { machine: caseLife, event: 'name-issuer', state: ({ row }) => row.state },
  consider: async ({ tx, facts, input, now }) => ({
    candidate: await candidateOf(tx, facts.row, input.accountId, now),
  }),
  formRules: [issuerApart],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, input, actor, now, chance }) {
    await tx
      .updateTable('case_assignment')
      .set({ ended_at: now })
      .where('case_id', '=', row.id)
      .where('duty', '=', 'ISSUER')
      .where('ended_at', 'is', null)
      .execute()
    await tx
      .insertInto('case_assignment')
      .values({
        case_id: row.id,
        duty: 'ISSUER',
        account_id: input.accountId,
        assigned_by: actor.accountId ?? '',
        assigned_at: now,
        ended_at: null,
      })
      .execute()
    const body = '您被指定为本案签发人，鉴定人签名后请签发。'
    await tellPerson({ tx, chance, now, row, title: '指定签发人', body, at: '/signing' }, input.accountId)
    return { accountId: input.accountId }
  },
})
