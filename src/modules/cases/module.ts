import type { Tx } from '#kernel/capabilities.ts'
import type { Module } from '#kernel/command.ts'
import { profileOf } from '#law/terms/entrusting-type.ts'
import { caseLife } from './lifecycle.ts'
import type { CaseRow } from './store.ts'

export { type CaseRow, lockCase, moveCase, seesCase } from './store.ts'

/** Opens the case of an accepted commission, in the caller's transaction. */
export async function openCase(
  tx: Tx,
  opened: {
    readonly id: string
    readonly code: string
    readonly now: Date
    readonly commission: Pick<
      CaseRow,
      | 'title'
      | 'institution_id'
      | 'entrusting_organisation_id'
      | 'entrusted_by'
      | 'entrusting_type'
      | 'ip_type'
    > & { readonly form: { readonly field: string; readonly confidentiality: CaseRow['confidentiality'] } }
  },
): Promise<void> {
  const { title, institution_id, entrusting_organisation_id, entrusted_by, entrusting_type, ip_type, form } =
    opened.commission
  await tx
    .insertInto('appraisal_case')
    .values({
      id: opened.id,
      state: 'ACCEPTED',
      code: opened.code,
      title,
      institution_id,
      entrusting_organisation_id,
      entrusted_by,
      entrusting_type,
      profile: profileOf(entrusting_type),
      ip_type,
      field: form.field,
      confidentiality: form.confidentiality,
      opened_at: opened.now,
      closed_at: null,
    })
    .execute()
}

export const casesModule: Module = {
  name: 'cases',
  title: '鉴定实施',
  commands: [],
  queries: [],
  lifecycles: [caseLife],
}
