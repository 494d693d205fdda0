import { command } from '#kernel/command.ts'
import { answerClauses as endpoint } from '../contract/conformity.ts'
import { assessmentLife } from '../lifecycle.ts'
import { assessedClauses, lockAssessment } from '../reading/assessment.ts'
import { clausesOfThisText } from '../rules/conformity.ts'
import { assessedOffice } from '../rules/who.ts'

/** The institution says of some clauses how far it meets them and by what that can be seen. */
export const answerClauses = command({
  endpoint,
  async load({ tx, target, actor }) {
    const found = await lockAssessment(tx, target.id, actor)
    return { ...found, clauses: await assessedClauses(tx, found.assessment) }
  },
  allow: assessedOffice,
  fires: { machine: assessmentLife, event: 'answer', state: ({ assessment }) => assessment.state },
  consider: async ({ facts: { clauses }, input }) => ({
    strangeClauses: input.answers.filter(({ clauseId }) => !clauses.some(({ id }) => id === clauseId)).length,
  }),
  formRules: [clausesOfThisText],
  subject: ({ facts }) => ({ type: 'conformity-assessment', id: facts.assessment.id }),
  async run({ tx, facts: { assessment }, input }) {
    for (const { clauseId, verdict, note } of input.answers)
      await tx
        .insertInto('conformity_clause')
        .values({
          assessment_id: assessment.id,
          clause_id: clauseId,
          own_verdict: verdict,
          own_note: note,
          seen_verdict: null,
          seen_note: '',
          seen_by: null,
          seen_at: null,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['assessment_id', 'clause_id'])
            .doUpdateSet({ own_verdict: verdict, own_note: note }),
        )
        .execute()
    return { answered: input.answers.length }
  },
})
