import type { Tx } from '#kernel/capabilities.ts'
import { command } from '#kernel/command.ts'
import { toJson } from '#kernel/json.ts'
import { saveRow as endpoint, type RowContent, rowContent } from '../contract/chart.ts'
import { lockWork, materialsOf } from '../reading/workbench.ts'
import { evidenceListed, findingsByAppraisers, spanInClaim } from '../rules/chart-edit.ts'
import { appraiserOrAssistant, chartOpen } from '../rules/who.ts'
import { claimsOf, contentOf } from '../store.ts'
import { claimTextOf, insertRow, lockRow, refuseTwins, rowColumns } from '../writing/chart-rows.ts'

/** Saves one row as it stands. Who read an older version is told who changed it since. */
export const saveRow = command({
  endpoint,
  async load({ tx, target, actor }) {
    const at = await lockWork(tx, target.id, actor, 'chart')
    return { ...at, claims: await claimsOf(tx, target.id), materials: await materialsOf(tx, target.id) }
  },
  allow: appraiserOrAssistant,
  rules: [chartOpen],
  async consider({ tx, input }) {
    const stored = await lockRow(tx, input)
    return { stored, before: stored && contentOf(stored) }
  },
  formRules: [spanInClaim, evidenceListed, findingsByAppraisers],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, input, facts, more: { stored }, actor, now }) {
    const content = rowContent.parse(input)
    await refuseTwins(tx, input.id, [{ id: input.rowId, ...content }])
    const by = { saved_by: actor.accountId ?? '', saved_by_name: actor.name, saved_at: now }
    const row = { ...content, claimText: claimTextOf(facts.claims, content) }
    if (stored === undefined) await insertRow(tx, { id: input.rowId, caseId: input.id, row, by })
    else
      await updateRow(tx, input.rowId, {
        ...rowColumns(row),
        ...by,
        version: stored.version + 1,
        substance: stored.substance + (votedOn(content) === votedOn(contentOf(stored)) ? 0 : 1),
      })
    return { rowId: input.rowId, version: (stored?.version ?? 0) + 1, savedAt: now.toISOString() }
  },
  record: ({ more }) => ({ before: toJson(more.before ?? null) }),
})

type Columns = ReturnType<typeof rowColumns> & {
  saved_by: string
  saved_by_name: string
  saved_at: Date
  version: number
  substance: number
}

async function updateRow(tx: Tx, id: string, columns: Columns): Promise<void> {
  await tx.updateTable('opinion_chart_row').set(columns).where('id', '=', id).executeTakeFirstOrThrow()
}

/** What appraisers vote on: where any of it changes, votes must be cast again; wording of reasons and evidence may be improved. */
function votedOn({ claimNo, start, end, counterpart, finding, subFindings }: RowContent): string {
  const { means, function: fn, effect, creativeLabour } = subFindings ?? {}
  return JSON.stringify([claimNo, start, end, counterpart, finding, means, fn, effect, creativeLabour])
}
