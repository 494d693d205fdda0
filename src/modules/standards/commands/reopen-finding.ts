import { command } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { addWorkingDays } from '#law/working-days/count.ts'
import { reopenFinding as endpoint } from '../contract/conformity.ts'
import { findingLife } from '../lifecycle.ts'
import { lockFinding } from '../reading/assessment.ts'
import { reportIsIn } from '../rules/conformity.ts'
import { assessorsOfVisit } from '../rules/who.ts'
import { tellInstitution } from '../writing/tell.ts'

/** The correction is not sufficient; a new term runs. */
export const reopenFinding = command({
  endpoint,
  load: ({ tx, target, actor }) => lockFinding(tx, target.id, actor),
  allow: assessorsOfVisit,
  fires: { machine: findingLife, event: 'reopen', state: ({ finding }) => finding.state },
  rules: [reportIsIn],
  subject: ({ facts }) => ({
    type: 'conformity-finding',
    id: facts.finding.id,
    matter: facts.assessment.id,
  }),
  async run(work) {
    const { tx, facts, input, actor, now, today } = work
    const state = 'OPEN' as const
    const dueOn = addWorkingDays(today, parameterAt('correction-limit', today).value).date
    await tx
      .updateTable('conformity_finding')
      .set({
        state,
        due_on: dueOn,
        judgement: input.judgement,
        judged_by: actor.accountId,
        judged_at: now,
      })
      .where('id', '=', facts.finding.id)
      .executeTakeFirstOrThrow()
    await tellInstitution(work, facts.institutionId, {
      title: `不符合项第${facts.finding.no}项整改未到位`,
      body: `${input.judgement}。请在 ${dueOn} 前重新整改。`,
      assessmentId: facts.assessment.id,
    })
    return { state, dueOn }
  },
})
