import { command } from '#kernel/command.ts'
import { assignHandlers as endpoint } from '../contract/team.ts'
import { tellPerson } from '../notices/tell.ts'
import { candidateOf } from '../reading/candidate-of.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { handlersOfDesk, limitedToPersons } from '../rules/handlers.ts'
import { institutionOffice } from '../rules/who.ts'
import { assign } from '../writing/assign.ts'

/** Lets named people of the desk into a case limited to named persons, to receive its material or deliver its opinion. */
export const assignHandlers = command({
  endpoint,
  load: ({ tx, target, actor, now }) => teamFacts(tx, target.id, actor, now),
  allow: institutionOffice,
  rules: [limitedToPersons],
  consider: async ({ tx, facts, input, now }) => ({
    candidates: await Promise.all(
      [...new Set(input.accountIds)].map((accountId) => candidateOf(tx, facts.row, accountId, now)),
    ),
  }),
  formRules: [handlersOfDesk],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, more: { candidates }, actor, now, chance }) {
    const named = candidates.map(({ accountId }) => accountId)
    const body = '本案限定人员知悉，您被指定为经办人员。请先签署保密承诺，再办理材料或者送达。'
    for (const accountId of await assign(tx, { caseId: row.id, duty: 'HANDLER', named, actor, now }))
      await tellPerson({ tx, chance, now, row, title: '指定经办人员', body, at: '/materials' }, accountId)
    return { accountIds: named }
  },
})
