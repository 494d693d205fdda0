import { command } from '#kernel/command.ts'
import { assignIssuer as endpoint } from '../contract/team.ts'
import { caseLife } from '../lifecycle.ts'
import { tellPerson } from '../notices/tell.ts'
import { candidateOf } from '../reading/candidate-of.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { issuerApart } from '../rules/team.ts'
import { institutionOffice } from '../rules/who.ts'
import { assign } from '../writing/assign.ts'

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
    const body = '您被指定为本案签发人，鉴定人签名后请签发。'
    const named = [input.accountId]
    for (const accountId of await assign(tx, { caseId: row.id, duty: 'ISSUER', named, actor, now }))
      await tellPerson({ tx, chance, now, row, title: '指定签发人', body, at: '/signing' }, accountId)
    return { accountId: input.accountId }
  },
})
