import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { caseLife } from '#modules/cases/lifecycle.ts'
import { lockCase, moveCase } from '#modules/cases/module.ts'
import { hasUndertaken } from '#modules/materials/module.ts'
import { undertakenBeforeAccess } from '#modules/materials/rules/files.ts'
import { notify } from '#modules/notices/module.ts'
import { deliver as endpoint } from '../contract/issue.ts'
import { livingOpinion } from '../reading/opinion-rows.ts'
import { deliveryDesk } from '../rules/issuers.ts'

/** Records to whom, how and with which receipt the opinion was handed over; T-10 where the case is limited to persons. */
export const deliverOpinion = command({
  endpoint,
  async load({ tx, target, actor }) {
    const row = await lockCase(tx, target.id, actor)
    return {
      case: row,
      opinion: await livingOpinion(tx, row.id),
      sealed: row.confidentiality === 'RESTRICTED_PERSONS',
      ofInstitution: actor.organisationId === row.institution_id,
      undertaken: await hasUndertaken(tx, row.id, actor.accountId),
    }
  },
  allow: deliveryDesk,
  fires: { machine: caseLife, event: 'deliver', state: (facts) => facts.case.state },
  rules: [undertakenBeforeAccess],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts, input, actor, now, to, chance }) {
    const { opinion, case: row } = facts
    if (!opinion) throw new Problem('not-found', '本案没有签发的意见书。')
    await tx
      .insertInto('opinion_delivery')
      .values(
        input.deliveries.map((each) => ({
          ...each,
          id: chance.id(),
          opinion_id: opinion.id,
          delivered_by: actor.accountId ?? '',
          delivered_at: now,
        })),
      )
      .execute()
    await moveCase(tx, row.id, to)
    await notify(tx, {
      chance,
      now,
      matter: row.id,
      to: { accountId: row.entrusted_by },
      title: `鉴定意见书已送达：${row.title}`,
      body: `${opinion.no}已送达，请核验后签收。`,
      link: `/app/cases/${row.id}/signing`,
    })
    return { state: to, deliveredAt: now.toISOString() }
  },
  record: ({ facts }) => ({ opinionNo: facts.opinion?.no ?? '' }),
})
