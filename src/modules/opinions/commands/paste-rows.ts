import { command } from '#kernel/command.ts'
import { toJson } from '#kernel/json.ts'
import { Problem } from '#kernel/problem.ts'
import { pasteRows as endpoint } from '../contract/chart.ts'
import { lockWork, materialsOf } from '../reading/workbench.ts'
import { pastedRows } from '../rules/pasted-rows.ts'
import { assignedAppraiser, chartOpen } from '../rules/who.ts'
import { claimsOf, rowsOf } from '../store.ts'
import { insertRow } from '../writing/chart-rows.ts'

/** Takes rows from a spreadsheet: all of them, or none and a reason per row. */
export const pasteRows = command({
  endpoint,
  async load({ tx, target, actor }) {
    const at = await lockWork(tx, target.id, actor, 'chart')
    const [claims, rows] = [await claimsOf(tx, target.id), await rowsOf(tx, target.id)]
    return { ...at, claims, rows, materials: await materialsOf(tx, target.id) }
  },
  allow: assignedAppraiser,
  rules: [chartOpen],
  async consider({ facts, input }) {
    const pasted = pastedRows(input.table, facts)
    if (pasted.issues.length > 0)
      throw new Problem('malformed', '粘贴的表格有需要改正之处，一行也没有写入。', { issues: pasted.issues })
    return { pasted: pasted.rows }
  },
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  secret: ['table'],
  async run({ tx, input, more: { pasted }, actor, now, chance }) {
    const by = { saved_by: actor.accountId ?? '', saved_by_name: actor.name, saved_at: now }
    for (const { content, claimText } of pasted)
      await insertRow(tx, { id: chance.id(), caseId: input.id, row: { ...content, claimText }, by })
    return { added: pasted.length }
  },
  record: ({ more: { pasted } }) => ({ rows: toJson(pasted.map(({ content }) => content)) }),
})
