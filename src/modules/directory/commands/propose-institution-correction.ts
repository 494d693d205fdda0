import { command } from '#kernel/command.ts'
import { askedAbout, openProceeding } from '../adjustment/proceedings.ts'
import { proposeCorrection as endpoint } from '../contract/proceedings.ts'
import { proceedingLife } from '../lifecycle.ts'
import { correctionOfPastOnly, noSecondProceeding } from '../rules/adjustment.ts'

/** Says that in a past period something was in truth otherwise than recorded. */
export const proposeCorrection = command({
  endpoint,
  async load(at) {
    const facts = await askedAbout(at, 'CORRECTION')
    const { listed_from: listedFrom } = await at.tx
      .selectFrom('institution')
      .select('listed_from')
      .where('id', '=', facts.institution.id)
      .executeTakeFirstOrThrow()
    return { ...facts, listedFrom }
  },
  allow: [{ role: 'CNIPA_OFFICER', denial: '更正既往记载由国家知识产权局提请' }],
  fires: { machine: proceedingLife, event: 'open', state: ({ state }) => state },
  rules: [noSecondProceeding],
  formRules: [correctionOfPastOnly],
  subject: ({ output, input }) => ({
    type: 'directory-proceeding',
    id: output?.proceedingId ?? input.id,
    matter: input.id,
  }),
  run: (work) =>
    openProceeding(work, 'CORRECTION', {
      from: work.input.from,
      until: work.input.until,
      corrected: work.input.corrected,
    }),
})
