import { command } from '#kernel/command.ts'
import { assessClauses as endpoint } from '../contract/conformity.ts'
import { assessmentLife } from '../lifecycle.ts'
import { assessedClauses, lockAssessment } from '../reading/assessment.ts'
import { clausesOfThisText } from '../rules/conformity.ts'
import { assessorsOfVisit } from '../rules/who.ts'

/** What the assessors saw, clause by clause. */
export const assessClauses = command({
  endpoint,
  async load({ tx, target, actor }) {
    const found = await lockAssessment(tx, target.id, actor)
    return { ...found, clauses: await assessedClauses(tx, found.assessment) }
  },
  allow: assessorsOfVisit,
  fires: { machine: assessmentLife, event: 'assess', state: ({ assessment }) => assessment.state },
  consider: async ({ facts: { clauses }, input }) => ({
    strangeClauses: input.seen.filter(({ clauseId }) => !clauses.some(({ id }) => id === clauseId)).length,
  }),
  formRules: [clausesOfThisText],
  subject: ({ facts }) => ({ type: 'conformity-assessment', id: facts.assessment.id }),
  async run({ tx, facts: { assessment }, input, actor, now }) {
    for (const { clauseId, verdict, note } of input.seen)
      await tx
        .updateTable('conformity_clause')
        .set({ seen_verdict: verdict, seen_note: note, seen_by: actor.accountId, seen_at: now })
        .where('assessment_id', '=', assessment.id)
        .where('clause_id', '=', clauseId)
        .executeTakeFirstOrThrow()
    return { assessed: input.seen.length }
  },
})
