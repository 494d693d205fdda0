import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { assignAssessors as endpoint } from '../contract/conformity.ts'
import { assessmentLife } from '../lifecycle.ts'
import { lockAssessment } from '../reading/assessment.ts'
import { assessorCandidates } from '../reading/associations.ts'
import { assessorsIndependent, enoughAssessors, visitAhead } from '../rules/conformity.ts'
import { associationInCharge } from '../rules/who.ts'
import { tellInstitution, tellPeople } from '../writing/tell.ts'

/** Names who goes to see the institution and when; others may be named until the report is in. */
export const assignAssessors = command({
  endpoint,
  load: ({ tx, target, actor }) => lockAssessment(tx, target.id, actor),
  allow: associationInCharge,
  fires: { machine: assessmentLife, event: 'assign', state: ({ assessment }) => assessment.state },
  async consider({ tx, input, now }) {
    const candidates = await assessorCandidates(tx)
    const today = beijingDate(now)
    return {
      named: candidates
        .filter(({ accountId }) => input.assessors.includes(accountId))
        .map((candidate) => ({ ...candidate, ofAssociation: true })),
      least: parameterAt('min-assessors', today).value,
      today,
    }
  },
  formRules: [assessorsIndependent, enoughAssessors, visitAhead],
  subject: ({ facts }) => ({ type: 'conformity-assessment', id: facts.assessment.id }),
  async run(work) {
    const { tx, facts, input, actor, now } = work
    const { id } = facts.assessment
    const named = [...new Set(input.assessors)]
    await tx
      .updateTable('conformity_assessor')
      .set({ released_at: now })
      .where('assessment_id', '=', id)
      .where('account_id', 'not in', named)
      .where('released_at', 'is', null)
      .execute()
    for (const accountId of named)
      await tx
        .insertInto('conformity_assessor')
        .values({
          assessment_id: id,
          account_id: accountId,
          assigned_by: actor.accountId ?? '',
          assigned_at: now,
          released_at: null,
        })
        .onConflict((conflict) =>
          conflict.columns(['assessment_id', 'account_id']).doUpdateSet({ released_at: null }),
        )
        .execute()
    const state = 'ON_SITE' as const
    await tx
      .updateTable('conformity_assessment')
      .set({ state, visit_on: input.visitOn })
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const title = `贯标现场评定：${input.visitOn}`
    const newly = named.filter((accountId) => !facts.assessors.includes(accountId))
    await tellPeople(work, newly, {
      title,
      body: '您被指定为评定人员，请按条款逐条记录所见事实；与被评定机构有利害关系的，请立即告知秘书处。',
      assessmentId: id,
    })
    await tellInstitution(work, facts.institutionId, {
      title,
      body: '评定人员已经指定，请准备场所、设备、制度和档案。对人员有异议的，请在评定之前告知秘书处。',
      assessmentId: id,
    })
    return { state }
  },
})
