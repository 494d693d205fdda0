import { command } from '#kernel/command.ts'
import { assignReviewer as endpoint } from '../contract/team.ts'
import { caseLife } from '../lifecycle.ts'
import { tellPerson } from '../notices/tell.ts'
import { candidateOf } from '../reading/candidate-of.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { enoughReviewers, reviewersApart, reviewersOfInstitution } from '../rules/team.ts'
import { institutionOffice } from '../rules/who.ts'

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
  async run({ tx, facts: { row, reviewers }, more: { candidates }, actor, now, chance }) {
    const named = candidates.map(({ accountId }) => accountId)
    const released = reviewers.filter((accountId) => !named.includes(accountId))
    if (released.length > 0)
      await tx
        .updateTable('case_assignment')
        .set({ ended_at: now })
        .where('case_id', '=', row.id)
        .where('duty', '=', 'REVIEWER')
        .where('account_id', 'in', released)
        .where('ended_at', 'is', null)
        .execute()
    for (const accountId of named.filter((each) => !reviewers.includes(each))) {
      await tx
        .insertInto('case_assignment')
        .values({
          case_id: row.id,
          duty: 'REVIEWER',
          account_id: accountId,
          assigned_by: actor.accountId ?? '',
          assigned_at: now,
          ended_at: null,
        })
        .execute()
      const body = '您被指定为本案复核人，意见书提交复核后请办理。'
      await tellPerson({ tx, chance, now, row, title: '指定复核人', body, at: '/opinion' }, accountId)
    }
    return { accountIds: named }
  },
})
