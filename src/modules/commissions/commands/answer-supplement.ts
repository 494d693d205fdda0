import { command } from '#kernel/command.ts'
import { standingOf } from '#modules/directory/module.ts'
import { entrustingTypesOf } from '#modules/identity/module.ts'
import { attachFile, fileOf } from '#modules/materials/module.ts'
import { notify } from '#modules/notices/module.ts'
import { answerSupplement as endpoint } from '../contract/endpoints.ts'
import type { CommissionForm } from '../contract/form.ts'
import { commissionLife } from '../lifecycle.ts'
import { submissionRules } from '../rules/submission.ts'
import { entrustingSide } from '../rules/who.ts'
import { type CommissionRow, lockCommission } from '../store.ts'
import { formHash, normalised } from './submit-commission.ts'

/** Completes the form as asked; it is judged like a new submission and the clock runs on. */
export const answerSupplement = command({
  endpoint,
  load: async ({ tx, target, actor }) => ({ commission: await lockCommission(tx, target.id, actor) }),
  allow: entrustingSide,
  fires: { machine: commissionLife, event: 'answer-supplement', state: ({ commission }) => commission.state },
  async consider({ tx, facts: { commission }, input, actor, now }) {
    const { ipType, field } = input.form
    return {
      standing: await standingOf(tx, commission.institution_id, { ipType, field, on: now }),
      letter: await fileOf(tx, input.form.letterFileId, actor),
      organisationTypes: await entrustingTypesOf(tx, actor.organisationId ?? ''),
    }
  },
  formRules: submissionRules,
  subject: ({ input }) => ({ type: 'commission', id: input.id, matter: input.id }),
  async run({ tx, facts: { commission }, input, now, chance }) {
    const form = completed(input.form, commission)
    await tx
      .updateTable('commission_supplement')
      .set({ answered_at: now, answer: input.answer })
      .where('commission_id', '=', commission.id)
      .where('answered_at', 'is', null)
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('commission')
      .set({
        state: 'SUBMITTED',
        form: JSON.stringify(form),
        form_sha256: formHash(form),
        title: form.title,
        entrusting_type: form.entrustingType,
        ip_type: form.ipType,
        right_number: form.right.number,
      })
      .where('id', '=', commission.id)
      .executeTakeFirstOrThrow()
    await attachFile(tx, { fileId: form.letterFileId, matter: commission.id })
    await notify(tx, {
      chance,
      now,
      matter: commission.id,
      to: { organisationId: commission.institution_id, role: 'INTAKE_CLERK' },
      title: `委托已补正：${form.title}`,
      body: '委托方已按要求补正，受理期限继续计算。',
      link: `/app/commissions/${commission.id}`,
    })
    return { state: 'SUBMITTED' }
  },
  record: ({ input, facts }) => ({ formSha256: formHash(completed(input.form, facts.commission)) }),
})

/** The form as it is stored: another institution cannot be chosen any more. */
function completed(form: CommissionForm, commission: Pick<CommissionRow, 'institution_id'>): CommissionForm {
  return { ...normalised(form), institutionId: commission.institution_id }
}
