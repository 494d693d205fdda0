import { command } from '#kernel/command.ts'
import { waiveStep as endpoint } from '../contract/plan.ts'
import { caseLife } from '../lifecycle.ts'
import { stepStates } from '../reading/plan-of.ts'
import { onlyUnrecordedWaived, stepInPlan } from '../rules/records.ts'
import { leadAppraiser } from '../rules/who.ts'
import { lockCase, rolesInCase } from '../store.ts'

/** The lead says why a step of the plan was not done (O-01). */
export const waiveStep = command({
  endpoint,
  async load({ tx, target, actor }) {
    const row = await lockCase(tx, target.id, actor)
    return {
      row,
      duties: await rolesInCase(tx, row.id, actor.accountId),
      steps: await stepStates(tx, row.id),
    }
  },
  allow: leadAppraiser,
  fires: { machine: caseLife, event: 'waive-step', state: ({ row }) => row.state },
  formRules: [stepInPlan, onlyUnrecordedWaived],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, input, actor, now }) {
    await tx
      .insertInto('case_step_waiver')
      .values({
        case_id: row.id,
        step_no: input.stepNo,
        reason: input.reason,
        waived_by: actor.accountId ?? '',
        waived_at: now,
      })
      .execute()
    return { stepNo: input.stepNo }
  },
})
