import { command } from '#kernel/command.ts'
import { ofOwnInstitution } from '#modules/identity/module.ts'
import { askedAbout, openProceeding } from '../adjustment/proceedings.ts'
import { appeal as endpoint } from '../contract/proceedings.ts'
import { proceedingLife } from '../lifecycle.ts'
import { appealAgainstSomething, noSecondProceeding } from '../rules/adjustment.ts'

/** The institution contests its suspension or removal. */
export const appealDecision = command({
  endpoint,
  load: (at) => askedAbout(at, 'APPEAL'),
  allow: [{ role: 'INSTITUTION_ADMIN', only: ofOwnInstitution, denial: '由本机构管理员提出' }],
  fires: { machine: proceedingLife, event: 'open', state: ({ state }) => state },
  rules: [noSecondProceeding, appealAgainstSomething],

  subject: ({ output, input }) => ({
    type: 'directory-proceeding',
    id: output?.proceedingId ?? input.id,
    matter: input.id,
  }),
  run: (work) => openProceeding(work, 'APPEAL'),
})
