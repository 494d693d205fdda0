import { command } from '#kernel/command.ts'
import { returnAssessment as endpoint } from '../contract/conformity.ts'
import { assessmentLife } from '../lifecycle.ts'
import { lockAssessment } from '../reading/assessment.ts'
import { associationInCharge } from '../rules/who.ts'
import { tellInstitution } from '../writing/tell.ts'

/** The self-assessment lacks something; the institution completes it and submits it again. */
export const returnAssessment = command({
  endpoint,
  load: ({ tx, target, actor }) => lockAssessment(tx, target.id, actor),
  allow: associationInCharge,
  fires: { machine: assessmentLife, event: 'return', state: ({ assessment }) => assessment.state },
  subject: ({ facts }) => ({ type: 'conformity-assessment', id: facts.assessment.id }),
  async run(work) {
    const { tx, facts, input } = work
    const state = 'SELF_ASSESSMENT' as const
    await tx
      .updateTable('conformity_assessment')
      .set({ state })
      .where('id', '=', facts.assessment.id)
      .executeTakeFirstOrThrow()
    await tellInstitution(work, facts.institutionId, {
      title: '贯标自评被退回',
      body: `须补充：${input.reason}`,
      assessmentId: facts.assessment.id,
    })
    return { state }
  },
})
