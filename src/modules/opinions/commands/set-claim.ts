import { command } from '#kernel/command.ts'
import { formOfCase } from '#modules/cases/module.ts'
import { setClaim as endpoint } from '../contract/chart.ts'
import { lockWork } from '../reading/workbench.ts'
import { claimsAsFiled, claimsKeepRows } from '../rules/chart-edit.ts'
import { assignedAppraiser, chartOpen } from '../rules/who.ts'
import { claimsOf, rowsOf } from '../store.ts'

/** Says which claims the chart compares, word for word as they were filed. */
export const setClaim = command({
  endpoint,
  async load({ tx, target, actor }) {
    const at = await lockWork(tx, target.id, actor, 'chart')
    const { right } = await formOfCase(tx, target.id)
    return {
      ...at,
      filed: right.claimText,
      claims: await claimsOf(tx, target.id),
      rows: await rowsOf(tx, target.id),
    }
  },
  allow: assignedAppraiser,
  rules: [chartOpen],
  formRules: [claimsAsFiled, claimsKeepRows],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, input, actor, now }) {
    const claims = JSON.stringify(input.claims)
    const by = { set_by: actor.accountId ?? '', set_at: now }
    await tx
      .insertInto('opinion_chart')
      .values({ case_id: input.id, claims, ...by })
      .onConflict((conflict) => conflict.column('case_id').doUpdateSet({ claims, ...by }))
      .execute()
    return { claims: input.claims.length }
  },
})
