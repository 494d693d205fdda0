import { command } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { addWorkingDays } from '#law/working-days/count.ts'
import { raiseFinding as endpoint } from '../contract/conformity.ts'
import { assessmentLife, findingLife } from '../lifecycle.ts'
import { assessedClauses, lockAssessment } from '../reading/assessment.ts'
import { clausesOfThisText } from '../rules/conformity.ts'
import { assessorsOfVisit } from '../rules/who.ts'

/** A clause is not met: what was seen, how grave it is, and until when it is to be set right. */
export const raiseFinding = command({
  endpoint,
  async load({ tx, target, actor }) {
    const found = await lockAssessment(tx, target.id, actor)
    return { ...found, clauses: await assessedClauses(tx, found.assessment) }
  },
  allow: assessorsOfVisit,
  fires: { machine: findingLife, event: 'raise', state: () => 'NEW' as const },
  alsoFires: {
    machine: assessmentLife,
    event: 'assess',
    state: ({ assessment }) => assessment.state,
    subject: ({ assessment }) => assessment.id,
  },
  consider: async ({ facts: { clauses }, input }) => ({
    strangeClauses: clauses.some(({ id }) => id === input.clauseId) ? 0 : 1,
  }),
  formRules: [clausesOfThisText],
  subject: ({ facts, output }) => ({
    type: 'conformity-finding',
    id: output?.findingId ?? facts.assessment.id,
    matter: facts.assessment.id,
  }),
  async run({ tx, facts: { assessment }, input, actor, now, today, chance }) {
    const { last } = await tx
      .selectFrom('conformity_finding')
      .select(({ fn }) => fn.max('no').as('last'))
      .where('assessment_id', '=', assessment.id)
      .executeTakeFirstOrThrow()
    const finding = { id: chance.id(), no: (last ?? 0) + 1 }
    const dueOn = addWorkingDays(today, parameterAt('correction-limit', today).value).date
    await tx
      .insertInto('conformity_finding')
      .values({
        ...finding,
        state: 'OPEN',
        assessment_id: assessment.id,
        clause_id: input.clauseId,
        gravity: input.gravity,
        observation: input.observation,
        raised_by: actor.accountId ?? '',
        raised_at: now,
        due_on: dueOn,
      })
      .execute()
    return { findingId: finding.id, no: finding.no, dueOn }
  },
})
