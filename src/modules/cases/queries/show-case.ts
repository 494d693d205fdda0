import { query } from '#kernel/command.ts'
import { isUnilateral } from '#law/terms/entrusting-type.ts'
import { showCase as endpoint } from '../contract/case.ts'
import { caseColumns, caseRow, caseRows, leadsOf } from '../reading/case-rows.ts'
import { clockOf } from '../reading/clock-of.ts'
import { endingOf } from '../reading/ending-of.ts'
import { peopleOf } from '../reading/people-of.ts'
import { planOf } from '../reading/plan-of.ts'
import { needsConsent } from '../rules/plan.ts'
import { formOfCase, rolesInCase, visibleCase } from '../store.ts'

/** Everything that the frame and the overview of a case need. */
export const showCase = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor, today }) {
    const found = await visibleCase(db, input.id, actor)
    const shown = await caseRows(db)
      .select(caseColumns)
      .where('appraisal_case.id', '=', found.id)
      .executeTakeFirstOrThrow()
    const clock = await clockOf(db, found.id, today)
    const form = await formOfCase(db, found.id)
    const plan = await planOf(db, found.id)
    const wanted = plan && !plan.consented && found.state === 'TEAM_FORMING' ? needsConsent(plan.steps) : []
    return {
      ...caseRow(shown, clock, (await leadsOf(db, [found.id])).get(found.id)),
      profile: found.profile,
      field: found.field,
      confidentiality: found.confidentiality,
      reappraisal: found.reappraisal,
      complex: found.complex,
      unilateral: isUnilateral(found.entrusting_type),
      startedAt: found.started_at?.toISOString() ?? null,
      closedAt: found.closed_at?.toISOString() ?? null,
      clock,
      duties: [...(await rolesInCase(db, found.id, actor.accountId))],
      people: [...(await peopleOf(db, found))],
      form: {
        purpose: form.purpose,
        proceduralStage: form.proceduralStage,
        caseFacts: form.caseFacts,
        right: {
          number: form.right.number,
          title: form.right.title,
          holder: form.right.holder,
          assertedClaims: form.right.assertedClaims,
        },
        accused: form.accused,
        parties: form.parties.map(({ name, role }) => ({ name, role })),
        questions: form.questions,
        contact: { name: form.contact.name, phone: form.contact.phone },
      },
      ending: await endingOf(db, found.id),
      consentWanted:
        plan && wanted.length > 0
          ? { version: plan.version, steps: wanted.map(({ no, what, method }) => ({ no, what, method })) }
          : null,
    }
  },
})
