import { command } from '#kernel/command.ts'
import { withdrawAssessment as endpoint } from '../contract/conformity.ts'
import { assessmentLife } from '../lifecycle.ts'
import { lockAssessment } from '../reading/assessment.ts'
import { assessedOffice } from '../rules/who.ts'
import { tellPeople } from '../writing/tell.ts'

/** The institution gives the assessment up before it is decided. */
export const withdrawAssessment = command({
  endpoint,
  load: ({ tx, target, actor }) => lockAssessment(tx, target.id, actor),
  allow: assessedOffice,
  fires: { machine: assessmentLife, event: 'withdraw', state: ({ assessment }) => assessment.state },
  subject: ({ facts }) => ({ type: 'conformity-assessment', id: facts.assessment.id }),
  async run(work) {
    const { tx, facts, input, actor } = work
    const state = 'WITHDRAWN' as const
    await tx
      .updateTable('conformity_assessment')
      .set({ state, reason: input.reason })
      .where('id', '=', facts.assessment.id)
      .executeTakeFirstOrThrow()
    await tellPeople(work, facts.assessors, {
      title: '贯标申请已撤回',
      body: `${actor.organisation}撤回了申请：${input.reason}`,
      assessmentId: facts.assessment.id,
    })
    return { state }
  },
})
