import { command } from '#kernel/command.ts'
import { askedAbout, openProceeding } from '../adjustment/proceedings.ts'
import { proposeRemoval as endpoint } from '../contract/proceedings.ts'
import { proceedingLife } from '../lifecycle.ts'
import { noSecondProceeding, removalNeedsDetermination } from '../rules/adjustment.ts'

/** Proposes a removal on the ground of a legal determination; another person at the national office decides. */
export const proposeRemoval = command({
  endpoint,
  load: (at) => askedAbout(at, 'REMOVAL'),
  allow: [
    { role: 'ASSOCIATION_SECRETARY', denial: '移出名录由行业自律组织或者国家知识产权局提请' },
    { role: 'CNIPA_OFFICER', denial: '移出名录由行业自律组织或者国家知识产权局提请' },
  ],
  fires: { machine: proceedingLife, event: 'open', state: ({ state }) => state },
  rules: [noSecondProceeding],
  formRules: [removalNeedsDetermination],
  subject: ({ output, input }) => ({
    type: 'directory-proceeding',
    id: output?.proceedingId ?? input.id,
    matter: input.id,
  }),
  run: (work) => openProceeding(work, 'REMOVAL', { determination: work.input.determination ?? null }),
})
