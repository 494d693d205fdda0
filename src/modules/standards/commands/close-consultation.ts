import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { closeConsultation as endpoint } from '../contract/consultation.ts'
import { consultationLife } from '../lifecycle.ts'
import { lockConsultation } from '../reading/consultations.ts'
import { commentsDisposed, consultationOver } from '../rules/pipeline.ts'
import { publishers } from '../rules/who.ts'

/** Ends a consultation: its time is over and every comment has its answer. */
export const closeConsultation = command({
  endpoint,
  async load({ tx, target, now }) {
    const found = await lockConsultation(tx, target.id)
    const { undisposed } = await tx
      .selectFrom('standard_comment')
      .select(({ fn }) => fn.countAll<number>().as('undisposed'))
      .where('consultation_id', '=', target.id)
      .where('disposition', 'is', null)
      .executeTakeFirstOrThrow()
    return { ...found, undisposed: Number(undisposed), today: beijingDate(now) }
  },
  allow: publishers,
  fires: { machine: consultationLife, event: 'close', state: ({ consultation }) => consultation.state },
  rules: [consultationOver, commentsDisposed],
  subject: ({ facts }) => ({
    type: 'standard-consultation',
    id: facts.consultation.id,
    matter: facts.standard.id,
  }),
  async run({ tx, facts: { consultation } }) {
    const state = 'CLOSED' as const
    await tx
      .updateTable('standard_consultation')
      .set({ state })
      .where('id', '=', consultation.id)
      .executeTakeFirstOrThrow()
    return { state }
  },
})
