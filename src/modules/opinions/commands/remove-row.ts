import { command } from '#kernel/command.ts'
import { toJson } from '#kernel/json.ts'
import { Problem } from '#kernel/problem.ts'
import { removeRow as endpoint } from '../contract/chart.ts'
import { lockWork } from '../reading/workbench.ts'
import { assignedAppraiser, chartOpen } from '../rules/who.ts'
import { contentOf } from '../store.ts'
import { lockRow } from '../writing/chart-rows.ts'

/** Takes a row out of the chart together with its votes; what it said stays in the trace. */
export const removeRow = command({
  endpoint,
  load: ({ tx, target, actor }) => lockWork(tx, target.id, actor, 'chart'),
  allow: assignedAppraiser,
  rules: [chartOpen],
  async consider({ tx, input }) {
    const removed = await lockRow(tx, input)
    if (!removed) throw new Problem('not-found', '本案没有这一行。')
    return { removed }
  },
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, input, more: { removed } }) {
    await tx.deleteFrom('opinion_chart_row').where('id', '=', input.rowId).executeTakeFirstOrThrow()
    return { removed: removed.label }
  },
  record: ({ more: { removed } }) => ({ before: toJson(contentOf(removed)) }),
})
