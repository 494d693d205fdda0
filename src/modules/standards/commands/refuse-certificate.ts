import { command } from '#kernel/command.ts'
import { refuseCertificate as endpoint } from '../contract/conformity.ts'
import { assessmentLife } from '../lifecycle.ts'
import { decisionFacts } from '../reading/decision-facts.ts'
import { decidedByAnother } from '../rules/conformity.ts'
import { associationInCharge } from '../rules/who.ts'
import { tellInstitution } from '../writing/tell.ts'

/** Decides that the institution does not conform; it may begin anew. */
export const refuseCertificate = command({
  endpoint,
  load: ({ tx, target, actor }) => decisionFacts(tx, target.id, actor),
  allow: associationInCharge,
  fires: { machine: assessmentLife, event: 'refuse', state: ({ assessment }) => assessment.state },
  rules: [decidedByAnother],
  subject: ({ facts }) => ({ type: 'conformity-assessment', id: facts.assessment.id }),
  async run(work) {
    const { tx, facts, input, actor, now } = work
    const state = 'REFUSED' as const
    await tx
      .updateTable('conformity_assessment')
      .set({ state, decided_by: actor.accountId, decided_at: now, reason: input.reason })
      .where('id', '=', facts.assessment.id)
      .executeTakeFirstOrThrow()
    await tellInstitution(work, facts.institutionId, {
      title: '贯标评定未通过',
      body: `${input.reason}。整改后可以重新开始自评。`,
      assessmentId: facts.assessment.id,
    })
    return { state }
  },
})
