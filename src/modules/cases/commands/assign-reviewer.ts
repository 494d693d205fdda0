import { command } from '#kernel/command.ts'
import { assignReviewer as endpoint } from '../contract/team.ts'
import { caseLife } from '../lifecycle.ts'
import { tellPerson } from '../notices/tell.ts'
import { candidateOf } from '../reading/candidate-of.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { enoughReviewers, reviewersApart, reviewersOfInstitution } from '../rules/team.ts'
import { institutionOffice } from '../rules/who.ts'
import { assign } from '../writing/assign.ts'

/** Names the reviewers; those who are no longer named are released (O-03, P-11). */
export const assignReviewer = command({
  endpoint,
  load: ({ tx, target, actor, now }) => teamFacts(tx, target.id, actor, now),
  allow: institutionOffice,
  fires: { machine: caseLife, event: 'keep-team', state: ({ row }) => row.state },
  consider: async ({ tx, facts, input, now }) => ({
    candidates: await Promise.all(
      [...new Set(input.accountIds)].map((accountId) => candidateOf(tx, facts.row, accountId, now)),
    ),
  }),
  formRules: [reviewersOfInstitution, reviewersApart, enoughReviewers],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, more: { candidates }, actor, now, chance }) {
    const named = candidates.map(({ accountId }) => accountId)
    const body = '您被指定为本案复核人，意见书提交复核后请办理。'
    for (const accountId of await assign(tx, { caseId: row.id, duty: 'REVIEWER', named, actor, now }))
      await tellPerson({ tx, chance, now, row, title: '指定复核人', body, at: '/opinion' }, accountId)
    return { accountIds: named }
  },
})
