import { query } from '#kernel/command.ts'
import { showPlan as endpoint } from '../contract/plan.ts'
import { recordsOf } from '../reading/plan-of.ts'
import { needsConsent } from '../rules/plan.ts'
import { planReaders } from '../rules/who.ts'
import { formOfCase, visibleCase } from '../store.ts'

/** The plan with what was recorded or waived of each step. Parties do not read it (domain brief §16). */
export const showPlan = query({
  endpoint,
  allow: planReaders,
  async answer({ db, input, actor }) {
    const row = await visibleCase(db, input.id, actor)
    const form = await formOfCase(db, row.id)
    const plan = await db
      .selectFrom('case_plan')
      .innerJoin('account as saver', 'saver.id', 'saved_by')
      .leftJoin('account as consenter', 'consenter.id', 'consent_by')
      .leftJoin('account as approver', 'approver.id', 'approved_by')
      .select(['version', 'steps', 'saved_at', 'consent', 'consent_at', 'approved_at'])
      .select(['saver.name as saver', 'consenter.name as consenter', 'approver.name as approver'])
      .where('case_id', '=', row.id)
      .executeTakeFirst()
    const records = await recordsOf(db, row.id)
    const waivers = await db
      .selectFrom('case_step_waiver')
      .innerJoin('account', 'account.id', 'waived_by')
      .select(['step_no', 'reason', 'waived_at', 'account.name'])
      .where('case_id', '=', row.id)
      .execute()
    const steps = plan?.steps ?? []
    const ids = [...new Set(steps.flatMap(({ who }) => who))]
    const people =
      ids.length === 0
        ? []
        : await db.selectFrom('account').select(['id', 'name']).where('id', 'in', ids).execute()
    return {
      version: plan?.version ?? 0,
      steps: steps.map((step) => {
        const waiver = waivers.find(({ step_no }) => step_no === step.no)
        return {
          ...step,
          whoNames: step.who.map((id) => people.find((each) => each.id === id)?.name ?? ''),
          records: records.filter(({ stepNo }) => stepNo === step.no).length,
          waived: waiver
            ? { reason: waiver.reason, by: waiver.name, at: waiver.waived_at.toISOString() }
            : null,
        }
      }),
      questions: form.questions,
      savedBy: plan?.saver ?? null,
      savedAt: plan?.saved_at.toISOString() ?? null,
      consentWanted: needsConsent(steps).length > 0,
      consent:
        plan?.consent && plan.consent_at
          ? { note: plan.consent, by: plan.consenter ?? '', at: plan.consent_at.toISOString() }
          : null,
      approved: plan?.approved_at ? { by: plan.approver ?? '', at: plan.approved_at.toISOString() } : null,
    }
  },
})
