import { command } from '#kernel/command.ts'
import { redraftStandard as endpoint } from '../contract/consultation.ts'
import { standardLife } from '../lifecycle.ts'
import { openConsultations } from '../reading/consultations.ts'
import { consultationsClosed } from '../rules/pipeline.ts'
import { publishers } from '../rules/who.ts'
import { lockStandard } from '../store.ts'

/** Back to the drafting table, with the comments that were made. */
export const redraftStandard = command({
  endpoint,
  async load({ tx, target }) {
    const standard = await lockStandard(tx, target.id)
    return { standard, openConsultations: await openConsultations(tx, standard.id) }
  },
  allow: publishers,
  fires: { machine: standardLife, event: 'redraft', state: ({ standard }) => standard.state },
  rules: [consultationsClosed],
  subject: ({ facts }) => ({ type: 'standard', id: facts.standard.id }),
  async run({ tx, facts: { standard } }) {
    const state = 'DRAFTING' as const
    await tx.updateTable('standard').set({ state }).where('id', '=', standard.id).executeTakeFirstOrThrow()
    return { state }
  },
})
