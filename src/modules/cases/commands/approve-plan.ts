import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { approvePlan as endpoint } from '../contract/plan.ts'
import { caseLife } from '../lifecycle.ts'
import { tellClient, tellPerson } from '../notices/tell.ts'
import { planOf } from '../reading/plan-of.ts'
import { teamFacts } from '../reading/team-facts.ts'
import { recusalFactsOf } from '../reading/team-of.ts'
import { unqualifiedMembers } from '../reading/unqualified-members.ts'
import { clientConsented, planByPresentTeam, planComplete, teamStillQualified } from '../rules/plan.ts'
import {
  courtSubmissionInTime,
  institutionNotRecused,
  noOpenRecusal,
  recusalNoticeServed,
  recusalPeriodOver,
  recusedHaveLeft,
} from '../rules/recusal.ts'
import { commitmentsSigned, enoughAppraisers, headApartFromTeam, leadNamed } from '../rules/team.ts'
import { institutionHead } from '../rules/who.ts'
import { formOfCase, moveCase } from '../store.ts'

/** The head approves team and plan together; a civil court is sent both. */
export const approvePlan = command({
  endpoint,
  async load({ tx, target, actor, now }) {
    const facts = await teamFacts(tx, target.id, actor, now)
    const form = await formOfCase(tx, target.id)
    return {
      ...facts,
      actorId: actor.accountId,
      ...(await recusalFactsOf(tx, target.id)),
      plan: await planOf(tx, target.id),
      questions: form.questions.map(({ no }) => no),
      unqualified: await unqualifiedMembers(tx, facts.row, facts.members, now),
      acceptedOn: beijingDate(facts.row.opened_at),
    }
  },
  allow: institutionHead,
  fires: { machine: caseLife, event: 'approve-plan', state: ({ row }) => row.state },
  rules: [
    headApartFromTeam,
    enoughAppraisers,
    leadNamed,
    teamStillQualified,
    commitmentsSigned,
    recusalNoticeServed,
    recusalPeriodOver,
    noOpenRecusal,
    recusedHaveLeft,
    institutionNotRecused,
    planComplete,
    planByPresentTeam,
    clientConsented,
    courtSubmissionInTime,
  ],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row, plan, members }, input, to, actor, now, chance }) {
    const version = plan?.version ?? 0
    if (input.version !== undefined && input.version !== version)
      throw new Problem('stale-version', '方案在您阅读之后又有修改，请刷新后再批准。')
    await tx
      .updateTable('case_plan')
      .set({ approved_by: actor.accountId, approved_at: now })
      .where('case_id', '=', row.id)
      .executeTakeFirstOrThrow()
    await moveCase(tx, row.id, to)
    const told = { tx, chance, now, row, at: '/plan' }
    const names = members.map(({ name }) => name).join('、')
    await tellClient({
      ...told,
      title: '鉴定方案',
      body: `鉴定方案已经批准，鉴定组由${names}组成，承诺书均已签署；方案、鉴定人情况和承诺书可在案件中查看。`,
      document: 'plan',
    })
    const lead = members.find((member) => member.lead)
    if (lead)
      await tellPerson({ ...told, title: '方案已批准', body: '材料核对完毕后请开始鉴定。' }, lead.accountId)
    return { state: to, version }
  },
  record: ({ facts, output }) => ({
    planVersion: output.version,
    steps: JSON.parse(JSON.stringify(facts.plan?.steps ?? [])),
    team: facts.members.map(({ accountId, name, lead }) => ({ accountId, name, lead })),
  }),
})
