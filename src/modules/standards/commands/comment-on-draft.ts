import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { commentOnDraft as endpoint } from '../contract/consultation.ts'
import { consultationLife } from '../lifecycle.ts'
import { lockConsultation } from '../reading/consultations.ts'
import { consultationStillOpen } from '../rules/pipeline.ts'

/** Anyone may say what he thinks of a draft; how to reach him stays with those who draft. */
export const commentOnDraft = command({
  endpoint,
  load: async ({ tx, target, now }) => ({
    ...(await lockConsultation(tx, target.id)),
    today: beijingDate(now),
  }),
  allow: [{ role: 'everyone', denial: '任何人都可以提出意见' }],
  fires: { machine: consultationLife, event: 'comment', state: ({ consultation }) => consultation.state },
  rules: [consultationStillOpen],
  subject: ({ facts }) => ({
    type: 'standard-consultation',
    id: facts.consultation.id,
    matter: facts.standard.id,
  }),
  secret: ['contact'],
  async run({ tx, facts: { consultation }, input, now, chance }) {
    const { last } = await tx
      .selectFrom('standard_comment')
      .select(({ fn }) => fn.max('no').as('last'))
      .where('consultation_id', '=', consultation.id)
      .executeTakeFirstOrThrow()
    const comment = { id: chance.id(), no: (last ?? 0) + 1 }
    await tx
      .insertInto('standard_comment')
      .values({
        ...comment,
        consultation_id: consultation.id,
        clause: input.clause,
        name: input.name,
        contact: input.contact,
        text: input.text,
        at: now,
        disposition: null,
        answer: null,
        disposed_by: null,
        disposed_at: null,
      })
      .execute()
    return { commentId: comment.id, no: comment.no }
  },
})
