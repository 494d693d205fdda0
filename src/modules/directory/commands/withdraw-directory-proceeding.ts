import type { Actor } from '#kernel/command.ts'
import { command } from '#kernel/command.ts'
import { lockProceeding, settleProceeding } from '../adjustment/proceedings.ts'
import { withdrawProceeding as endpoint } from '../contract/proceedings.ts'
import { proceedingLife } from '../lifecycle.ts'

const byProposer = (actor: Actor, { proceeding }: { readonly proceeding: { readonly opened_by: string } }) =>
  actor.accountId === proceeding.opened_by
const denial = '名录事项由提出人本人撤回'

/** Whoever asked takes it back before it is decided. */
export const withdrawProceeding = command({
  endpoint,
  load: (at) => lockProceeding(at),
  allow: [
    { role: 'INSTITUTION_ADMIN', only: byProposer, denial },
    { role: 'ASSOCIATION_SECRETARY', only: byProposer, denial },
    { role: 'CNIPA_OFFICER', only: byProposer, denial },
  ],
  fires: { machine: proceedingLife, event: 'withdraw', state: ({ proceeding }) => proceeding.state },
  subject: ({ facts }) => ({
    type: 'directory-proceeding',
    id: facts.proceeding.id,
    matter: facts.institution.id,
  }),
  run: (work) => settleProceeding(work, 'WITHDRAWN'),
})
