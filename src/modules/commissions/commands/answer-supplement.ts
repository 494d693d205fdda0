import { createHash } from 'node:crypto'
import { command } from '#kernel/command.ts'
import { entrustingTypesOf } from '#modules/identity/module.ts'
import { fileOf } from '#modules/materials/module.ts'
import { notify } from '#modules/notices/module.ts'
import { answerSupplement as endpoint } from '../contract/endpoints.ts'
import { commissionLife } from '../lifecycle.ts'
import { entrustingTypeOwn, letterAttached, submissionRules } from '../rules/submission.ts'
import { entrustingSide } from '../rules/who.ts'
import { lockCommission } from '../store.ts'
import { normalised } from './submit-commission.ts'

/** Completes the form as asked; it is judged like a new submission and the clock runs on. */
export const answerSupplement = command({
  endpoint,
  load: async ({ tx, target, actor }) => ({ commission: await lockCommission(tx, target.id, actor) }),
  allow: entrustingSide,
  fires: { machine: commissionLife, event: 'answer-supplement', state: ({ commission }) => commission.state },
  async consider({ tx, input, actor }) {
    return {
      letter: await fileOf(tx, input.form.letterFileId, actor),
      organisationTypes: await entrustingTypesOf(tx, actor.organisationId ?? ''),
    }
  },
  formRules: [...submissionRules, letterAttached, entrustingTypeOwn],
  subject: ({ input }) => ({ type: 'commission', id: input.id, matter: input.id }),
  async run({ tx, facts: { commission }, input, now, chance }) {
    const form = { ...normalised(input.form), institutionId: commission.institution_id }
    const text = JSON.stringify(form)
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
        form: text,
        form_sha256: createHash('sha256').update(text).digest('hex'),
        title: form.title,
        ip_type: form.ipType,
        right_number: form.right.number,
      })
      .where('id', '=', commission.id)
      .executeTakeFirstOrThrow()
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
})
