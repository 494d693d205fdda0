import { createHash } from 'node:crypto'
import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { checkCourtCaseNumber } from '#law/identifiers/court-case-number.ts'
import { parsePatentNumber, printPatentNumber } from '#law/identifiers/patent-number.ts'
import { canonical } from '#log/core/canonical.ts'
import { standingOf } from '#modules/directory/module.ts'
import { entrustingTypesOf } from '#modules/identity/module.ts'
import { attachFile, fileOf } from '#modules/materials/module.ts'
import { notify } from '#modules/notices/module.ts'
import { submit as endpoint } from '../contract/endpoints.ts'
import type { CommissionForm } from '../contract/form.ts'
import { commissionLife } from '../lifecycle.ts'
import { submissionRules } from '../rules/submission.ts'

/** Files a commission: from here on it is a record, and the institution's seven working days run. */
export const submitCommission = command({
  endpoint,
  load: async ({ tx, actor }) => ({
    organisationTypes: actor.organisationId ? await entrustingTypesOf(tx, actor.organisationId) : [],
  }),
  allow: [
    { role: 'ENTRUSTING_OFFICER', denial: '只有委托方经办人可以提交委托' },
    { role: 'PARTY_REPRESENTATIVE', denial: '只有当事人或其代理人可以提交自行委托' },
  ],
  fires: { machine: commissionLife, event: 'submit', state: () => 'NEW' },
  async consider({ tx, input, actor, now }) {
    const { institutionId, ipType, field, letterFileId } = input.form
    return {
      letter: await fileOf(tx, letterFileId, actor),
      organisationTypes: await entrustingTypesOf(tx, actor.organisationId ?? ''),
      standing: await standingOf(tx, institutionId, { ipType, field, on: now }),
    }
  },
  formRules: submissionRules,
  subject: ({ input }) => ({ type: 'commission', id: input.id, matter: input.id }),
  async run({ tx, input, actor, now, chance }) {
    const draft = await tx
      .deleteFrom('commission_draft')
      .where('id', '=', input.id)
      .where('account_id', '=', actor.accountId ?? '')
      .returning('id')
      .executeTakeFirst()
    const existing = await tx
      .selectFrom('commission')
      .select('id')
      .where('id', '=', input.id)
      .executeTakeFirst()
    if (existing) throw new Problem('wrong-state', '这件委托已经提交过了。')
    if (!draft) throw new Problem('not-found', '没有找到这份草稿，请刷新后重试。')
    const form = normalised(input.form)
    const formSha256 = formHash(form)
    await tx
      .insertInto('commission')
      .values({
        id: input.id,
        state: 'SUBMITTED',
        title: form.title,
        entrusting_organisation_id: actor.organisationId ?? '',
        entrusted_by: actor.accountId ?? '',
        entrusting_type: form.entrustingType,
        institution_id: form.institutionId,
        ip_type: form.ipType,
        right_number: form.right.number,
        form: JSON.stringify(form),
        form_sha256: formSha256,
        submitted_at: now,
        decided_at: null,
        decided_by: null,
        decision: null,
        case_code: null,
        qualification: null,
      })
      .execute()
    await attachFile(tx, { fileId: form.letterFileId, matter: input.id })
    await notify(tx, {
      chance,
      now,
      matter: input.id,
      to: { organisationId: form.institutionId, role: 'INTAKE_CLERK' },
      title: `新的委托待受理：${form.title}`,
      body: `${actor.organisation}提交了委托，请在规定期限内决定是否受理。`,
      link: `/app/commissions/${input.id}`,
    })
    return { id: input.id, state: 'SUBMITTED', formSha256, submittedAt: now.toISOString() }
  },
  record: ({ output }) => ({ formSha256: output.formSha256 }),
})

/** Numbers are stored in their one lawful spelling, whatever brackets or widths were typed. */
export function normalised(form: CommissionForm): CommissionForm {
  const patent = parsePatentNumber(form.right.number)
  const caseNo = form.courtCaseNo === '' ? undefined : checkCourtCaseNumber(form.courtCaseNo)
  return {
    ...form,
    right: { ...form.right, number: patent ? printPatentNumber(patent) : form.right.number },
    courtCaseNo: caseNo && caseNo.ok !== false ? caseNo.value : form.courtCaseNo,
  }
}

/** SHA-256 of the form's canonical JSON: anyone who holds the form can compute it again. */
export function formHash(form: CommissionForm): string {
  return createHash('sha256').update(canonical(form)).digest('hex')
}
