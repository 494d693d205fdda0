import { command } from '#kernel/command.ts'
import { reportAssessment as endpoint } from '../contract/conformity.ts'
import { assessmentLife } from '../lifecycle.ts'
import { assessedClauses, lockAssessment } from '../reading/assessment.ts'
import { everyClauseSeen } from '../rules/conformity.ts'
import { assessorsOfVisit } from '../rules/who.ts'
import { tellAssociations, tellInstitution } from '../writing/tell.ts'

/** The visit is over: the report goes to the institution, which corrects, and to the association, which decides. */
export const reportAssessment = command({
  endpoint,
  async load({ tx, target, actor }) {
    const found = await lockAssessment(tx, target.id, actor)
    return { ...found, clauses: await assessedClauses(tx, found.assessment) }
  },
  allow: assessorsOfVisit,
  fires: { machine: assessmentLife, event: 'report', state: ({ assessment }) => assessment.state },
  rules: [everyClauseSeen],
  subject: ({ facts }) => ({ type: 'conformity-assessment', id: facts.assessment.id }),
  async run(work) {
    const { tx, facts, input, actor, now } = work
    const state = 'REPORTED' as const
    const assessmentId = facts.assessment.id
    await tx
      .updateTable('conformity_assessment')
      .set({ state, report: input.report, reported_by: actor.accountId, reported_at: now })
      .where('id', '=', assessmentId)
      .executeTakeFirstOrThrow()
    const findings = facts.clauses.reduce((sum, clause) => sum + clause.findings, 0)
    const title = `贯标评定报告：${findings === 0 ? '没有不符合项' : `${findings} 个不符合项`}`
    await tellInstitution(work, facts.institutionId, {
      title,
      body: findings === 0 ? '请等待秘书处决定。' : '请在期限内逐项整改，提交原因、措施和证明材料。',
      assessmentId,
    })
    await tellAssociations(work, facts.province, {
      title,
      body: '评定报告已经提交。不符合项全部关闭后，由没有参加评定的人员决定是否发证。',
      assessmentId,
    })
    return { state }
  },
})
