import { command } from '#kernel/command.ts'
import { submitAssessment as endpoint } from '../contract/conformity.ts'
import { assessmentLife } from '../lifecycle.ts'
import { assessedClauses, lockAssessment } from '../reading/assessment.ts'
import { everyClauseAnswered } from '../rules/conformity.ts'
import { assessedOffice } from '../rules/who.ts'
import { tellAssociations } from '../writing/tell.ts'

/** The self-assessment is complete and goes to the association, which arranges the visit. */
export const submitAssessment = command({
  endpoint,
  async load({ tx, target, actor }) {
    const found = await lockAssessment(tx, target.id, actor)
    return { ...found, clauses: await assessedClauses(tx, found.assessment) }
  },
  allow: assessedOffice,
  fires: { machine: assessmentLife, event: 'submit', state: ({ assessment }) => assessment.state },
  rules: [everyClauseAnswered],
  subject: ({ facts }) => ({ type: 'conformity-assessment', id: facts.assessment.id }),
  async run(work) {
    const { tx, facts, input, actor, now } = work
    const state = 'SUBMITTED' as const
    await tx
      .updateTable('conformity_assessment')
      .set({ state, statement: input.statement, submitted_by: actor.accountId, submitted_at: now })
      .where('id', '=', facts.assessment.id)
      .executeTakeFirstOrThrow()
    await tellAssociations(work, facts.province, {
      title: `贯标自评：${actor.organisation}`,
      body: '机构提交了贯标自评，请指定评定人员并安排现场评定，或者写明原因退回。',
      assessmentId: facts.assessment.id,
    })
    return { state }
  },
})
