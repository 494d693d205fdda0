import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { disposeComment as endpoint } from '../contract/consultation.ts'
import { consultationLife } from '../lifecycle.ts'
import { lockConsultation } from '../reading/consultations.ts'
import { publishers } from '../rules/who.ts'

/** Says of one comment whether it was adopted and why; it may be said anew until the consultation is closed. */
export const disposeComment = command({
  endpoint,
  async load({ tx, target }) {
    const comment = await tx
      .selectFrom('standard_comment')
      .select(['id', 'no', 'consultation_id'])
      .where('id', '=', target.id)
      .executeTakeFirst()
    if (!comment) throw new Problem('not-found', '没有这条意见。')
    return { comment, ...(await lockConsultation(tx, comment.consultation_id)) }
  },
  allow: publishers,
  fires: { machine: consultationLife, event: 'dispose', state: ({ consultation }) => consultation.state },
  subject: ({ facts }) => ({
    type: 'standard-consultation',
    id: facts.consultation.id,
    matter: facts.standard.id,
  }),
  async run({ tx, facts: { comment }, input, actor, now }) {
    const { disposition, answer } = input
    await tx
      .updateTable('standard_comment')
      .set({ disposition, answer, disposed_by: actor.accountId, disposed_at: now })
      .where('id', '=', comment.id)
      .executeTakeFirstOrThrow()
    return { disposition }
  },
})
