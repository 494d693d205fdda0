import { command } from '#kernel/command.ts'
import { ofOwnInstitution } from '#modules/identity/module.ts'
import { askedAbout, openProceeding } from '../adjustment/proceedings.ts'
import { requestExit as endpoint } from '../contract/proceedings.ts'
import { proceedingLife } from '../lifecycle.ts'
import { noSecondProceeding } from '../rules/adjustment.ts'

/** The institution asks to leave the list of its own will. */
export const requestExit = command({
  endpoint,
  load: (at) => askedAbout(at, 'EXIT'),
  allow: [{ role: 'INSTITUTION_ADMIN', only: ofOwnInstitution, denial: '由本机构管理员提出' }],
  fires: { machine: proceedingLife, event: 'open', state: ({ state }) => state },
  rules: [noSecondProceeding],

  subject: ({ output, input }) => ({
    type: 'directory-proceeding',
    id: output?.proceedingId ?? input.id,
    matter: input.id,
  }),
  run: (work) => openProceeding(work, 'EXIT'),
})
