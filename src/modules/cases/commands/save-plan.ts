import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { savePlan as endpoint } from '../contract/plan.ts'
import { caseLife } from '../lifecycle.ts'
import { tellClient } from '../notices/tell.ts'
import { planOf } from '../reading/plan-of.ts'
import { teamFacts } from '../reading/team-facts.ts'
import {
  needsConsent,
  standardNamed,
  stepsByTheTeam,
  stepsNumbered,
  stepsServeQuestions,
} from '../rules/plan.ts'
import { leadAppraiser } from '../rules/who.ts'
import { formOfCase } from '../store.ts'

/** The lead appraiser writes the plan; each saving is a version, and consent to an earlier version is void (O-02). */
export const savePlan = command({
  endpoint,
  async load({ tx, target, actor, now }) {
    const facts = await teamFacts(tx, target.id, actor, now)
    const form = await formOfCase(tx, target.id)
    return { ...facts, questions: form.questions.map(({ no }) => no), plan: await planOf(tx, target.id) }
  },
  allow: leadAppraiser,
  fires: { machine: caseLife, event: 'prepare-plan', state: ({ row }) => row.state },
  formRules: [stepsNumbered, stepsByTheTeam, standardNamed, stepsServeQuestions],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, facts: { row, plan }, input, actor, now, chance }) {
    const present = plan?.version ?? 0
    if (input.version !== present)
      throw new Problem(
        'stale-version',
        `方案已经是第${present}版，您修改的是第${input.version}版。请刷新后再改。`,
      )
    const version = present + 1
    const saved = {
      version,
      steps: JSON.stringify(input.steps),
      saved_by: actor.accountId ?? '',
      saved_at: now,
      consent: null,
      consent_by: null,
      consent_at: null,
      approved_by: null,
      approved_at: null,
    }
    await tx
      .insertInto('case_plan')
      .values({ case_id: row.id, ...saved })
      .onConflict((conflict) => conflict.column('case_id').doUpdateSet(saved))
      .execute()
    if (needsConsent(input.steps).length > 0)
      await tellClient({
        tx,
        chance,
        now,
        row,
        title: '征求方法同意',
        body: '鉴定方案拟采用没有标准可依的方法或者外包检测，请阅读后决定是否同意。',
        document: 'method-consent',
      })
    return { version }
  },
})
