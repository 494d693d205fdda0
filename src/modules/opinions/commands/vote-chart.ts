import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { castVote as endpoint } from '../contract/chart.ts'
import { lockWork } from '../reading/workbench.ts'
import { dissentHasReasons, findingBeforeVote } from '../rules/chart-edit.ts'
import { assignedAppraiser, chartOpen } from '../rules/who.ts'
import { lockRow } from '../writing/chart-rows.ts'

/** An appraiser's own vote on a row; cast again, it replaces his earlier one, and both are in the trace. */
export const voteChart = command({
  endpoint,
  load: ({ tx, target, actor }) => lockWork(tx, target.id, actor, 'chart'),
  allow: assignedAppraiser,
  rules: [chartOpen],
  async consider({ tx, input }) {
    const voted = await lockRow(tx, input)
    if (!voted) throw new Problem('not-found', '本案没有这一行。')
    return { voted }
  },
  formRules: [findingBeforeVote, dissentHasReasons],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, input, more: { voted }, actor, now }) {
    const vote = {
      name: actor.name,
      finding: input.finding,
      dissent: input.dissent,
      substance: voted.substance,
      voted_at: now,
    }
    await tx
      .insertInto('opinion_chart_vote')
      .values({ row_id: voted.id, account_id: actor.accountId ?? '', ...vote })
      .onConflict((conflict) => conflict.columns(['row_id', 'account_id']).doUpdateSet(vote))
      .execute()
    return { finding: input.finding, votedAt: now.toISOString() }
  },
  record: ({ more: { voted } }) => ({ feature: voted.label, proposed: voted.finding }),
})
