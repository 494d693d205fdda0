import { command } from '#kernel/command.ts'
import { beginDrafting as endpoint } from '../contract/plan.ts'
import { caseLife } from '../lifecycle.ts'
import { stepStates } from '../reading/plan-of.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { recusalFactsOf } from '../reading/team-of.ts'
import { everyStepRecorded } from '../rules/records.ts'
import { noOpenRecusal, recusedHaveLeft } from '../rules/recusal.ts'
import { commitmentsSigned, enoughAppraisers } from '../rules/team.ts'
import { leadAppraiser } from '../rules/who.ts'
import { moveCase } from '../store.ts'

/** The work is done and recorded: the lead turns to the opinion. */
export const beginDrafting = command({
  endpoint,
  async load({ tx, target, actor, now }) {
    return {
      ...(await teamFacts(tx, target.id, actor, now)),
      ...(await recusalFactsOf(tx, target.id)),
      steps: await stepStates(tx, target.id),
    }
  },
  allow: leadAppraiser,
  fires: { machine: caseLife, event: 'begin-drafting', state: ({ row }) => row.state },
  rules: [everyStepRecorded, enoughAppraisers, commitmentsSigned, noOpenRecusal, recusedHaveLeft],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row }, to }) {
    await moveCase(tx, row.id, to)
    return { state: to }
  },
})
