import { command } from '#kernel/command.ts'
import { caseLife } from '#modules/cases/lifecycle.ts'
import { assignmentsOf, lockCase, moveCase } from '#modules/cases/module.ts'
import { notify } from '#modules/notices/module.ts'
import { returnOpinion as endpoint } from '../contract/issue.ts'
import { opinionLife } from '../lifecycle.ts'
import { livingOpinion } from '../reading/opinion-rows.ts'
import { appraisersOf } from '../reading/workbench.ts'
import { issuerOfCase } from '../rules/issuers.ts'

/** Back to drafting before issue: a frozen document is void with its number and signatures, which stay on record. */
export const returnFromIssue = command({
  endpoint,
  async load({ tx, target, actor }) {
    const row = await lockCase(tx, target.id, actor)
    return {
      case: row,
      issuer: (await assignmentsOf(tx, row.id)).issuer,
      opinion: await livingOpinion(tx, row.id),
    }
  },
  allow: issuerOfCase,
  fires: { machine: caseLife, event: 'return-from-issue', state: (facts) => facts.case.state },
  alsoFires: {
    machine: opinionLife,
    event: 'void',
    state: ({ opinion }) => opinion?.state ?? 'VOIDED',
    subject: ({ opinion }) => opinion?.id,
  },
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts, input, actor, now, to, chance }) {
    const { opinion, case: row } = facts
    if (opinion)
      await tx
        .updateTable('opinion_document')
        .set({ state: 'VOIDED', voided_by: actor.accountId, voided_at: now, void_reason: input.reason })
        .where('id', '=', opinion.id)
        .executeTakeFirstOrThrow()
    await moveCase(tx, row.id, to)
    const voided = opinion ? `${opinion.no}作废，所签的名一并作废，编号不再使用。` : ''
    for (const { accountId } of await appraisersOf(tx, row.id))
      await notify(tx, {
        chance,
        now,
        matter: row.id,
        to: { accountId },
        title: `签发退回：${row.title}`,
        body: `${actor.name}退回：${input.reason}。${voided}请修改后重新提交复核。`,
        link: `/app/cases/${row.id}/opinion`,
      })
    return { state: to, voided: opinion?.no ?? null }
  },
  record: ({ output }) => ({ voided: output.voided }),
})
