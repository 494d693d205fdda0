import { command } from '#kernel/command.ts'
import { closeFinding as endpoint } from '../contract/conformity.ts'
import { findingLife } from '../lifecycle.ts'
import { lockFinding } from '../reading/assessment.ts'
import { reportIsIn } from '../rules/conformity.ts'
import { assessorsOfVisit } from '../rules/who.ts'

/** The assessors found the correction sufficient. */
export const closeFinding = command({
  endpoint,
  load: ({ tx, target, actor }) => lockFinding(tx, target.id, actor),
  allow: assessorsOfVisit,
  fires: { machine: findingLife, event: 'close', state: ({ finding }) => finding.state },
  rules: [reportIsIn],
  subject: ({ facts }) => ({
    type: 'conformity-finding',
    id: facts.finding.id,
    matter: facts.assessment.id,
  }),
  async run({ tx, facts, input, actor, now }) {
    const state = 'CLOSED' as const
    await tx
      .updateTable('conformity_finding')
      .set({ state, judgement: input.judgement, judged_by: actor.accountId, judged_at: now })
      .where('id', '=', facts.finding.id)
      .executeTakeFirstOrThrow()
    return { state }
  },
})
