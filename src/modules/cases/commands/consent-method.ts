import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { consentMethod as endpoint } from '../contract/plan.ts'
import { caseLife } from '../lifecycle.ts'
import { planOf } from '../reading/plan-of.ts'
import { client } from '../rules/who.ts'
import { lockCase } from '../store.ts'

/** The client consents in writing to methods outside the standards, or to outsourced tests, of one plan version (O-02). */
export const consentMethod = command({
  endpoint,
  async load({ tx, target, actor }) {
    const row = await lockCase(tx, target.id, actor)
    return { row, plan: await planOf(tx, row.id) }
  },
  allow: client,
  fires: { machine: caseLife, event: 'prepare-plan', state: ({ row }) => row.state },
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row, plan }, input, actor, now }) {
    if (plan?.version !== input.version)
      throw new Problem('stale-version', '方案已经修改，请刷新后阅读最新的方案再决定。')
    await tx
      .updateTable('case_plan')
      .set({ consent: input.note, consent_by: actor.accountId, consent_at: now })
      .where('case_id', '=', row.id)
      .execute()
    return { version: input.version }
  },
})
