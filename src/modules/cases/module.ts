import type { Tx } from '#kernel/capabilities.ts'
import type { Module } from '#kernel/command.ts'
import { profileOf } from '#law/terms/entrusting-type.ts'
import { applyRecusal } from './commands/apply-recusal.ts'
import { approveExtension } from './commands/approve-extension.ts'
import { approvePlan } from './commands/approve-plan.ts'
import { assignHandlers } from './commands/assign-handlers.ts'
import { assignIssuer } from './commands/assign-issuer.ts'
import { assignReviewer } from './commands/assign-reviewer.ts'
import { beginDrafting } from './commands/begin-drafting.ts'
import { closeCase } from './commands/close-case.ts'
import { concludeAgreement } from './commands/conclude-agreement.ts'
import { consentMethod } from './commands/consent-method.ts'
import { decideRecusal } from './commands/decide-recusal.ts'
import { extendCase } from './commands/extend-case.ts'
import { nameLead } from './commands/name-lead.ts'
import { nominateAppraiser } from './commands/nominate-appraiser.ts'
import { recordFee } from './commands/record-fee.ts'
import { recordStep } from './commands/record-step.ts'
import { replaceMember } from './commands/replace-member.ts'
import { requestExtension } from './commands/request-extension.ts'
import { resumeCase } from './commands/resume-case.ts'
import { savePlan } from './commands/save-plan.ts'
import { serveRecusalNotice } from './commands/serve-recusal-notice.ts'
import { signAgreement } from './commands/sign-agreement.ts'
import { signCommitment } from './commands/sign-commitment.ts'
import { startCase } from './commands/start-case.ts'
import { suspendCase } from './commands/suspend-case.ts'
import { terminateCase } from './commands/terminate-case.ts'
import { waiveStep } from './commands/waive-step.ts'
import { withdrawCase } from './commands/withdraw-case.ts'
import { caseLife } from './lifecycle.ts'
import { listCases } from './queries/list-cases.ts'
import { listRecords } from './queries/list-records.ts'
import { showAgreement } from './queries/show-agreement.ts'
import { showCase } from './queries/show-case.ts'
import { showClock } from './queries/show-clock.ts'
import { showPlan } from './queries/show-plan.ts'
import { showTeam } from './queries/show-team.ts'
import { officialLetterSigns } from './rules/agreement.ts'
import type { CaseRow, FormOfCase } from './store.ts'

export { caseForOpinion } from './reading/case-for-opinion.ts'
export { visibleCases } from './reading/case-rows.ts'
export { caseWaiting } from './reading/case-waiting.ts'
export { casesConcerning } from './reading/cases-concerning.ts'
export { clockOf } from './reading/clock-of.ts'
export { openCasesOfInstitutions } from './reading/open-cases.ts'
export { assignmentsOf } from './reading/team-of.ts'
export { unsettledRecusals } from './reading/unsettled-recusals.ts'
export { waitingInCases } from './reading/waiting-in-cases.ts'
export { type CaseRow, formOfCase, lockCase, moveCase, rolesInCase, visibleCase } from './store.ts'

interface Opened {
  readonly id: string
  readonly code: string
  readonly now: Date
  readonly commission: Pick<
    CaseRow,
    'title' | 'institution_id' | 'entrusting_organisation_id' | 'entrusted_by' | 'entrusting_type' | 'ip_type'
  > & {
    readonly form: Pick<
      FormOfCase,
      'field' | 'confidentiality' | 'courtCaseNo' | 'urgency' | 'reappraisal' | 'agreedWorkingDays'
    >
  }
}

/**
 * Opens the case of an accepted commission, in the caller's transaction. The letter of an official body, together with
 * the acceptance, is its signature under the agreement.
 */
export async function openCase(tx: Tx, { id, code, now, commission }: Opened): Promise<void> {
  const { title, institution_id, entrusting_organisation_id, entrusted_by, entrusting_type, ip_type, form } =
    commission
  await tx
    .insertInto('appraisal_case')
    .values({
      id,
      state: 'ACCEPTED',
      code,
      title,
      institution_id,
      entrusting_organisation_id,
      entrusted_by,
      entrusting_type,
      profile: profileOf(entrusting_type),
      ip_type,
      field: form.field,
      confidentiality: form.confidentiality,
      court_case_no: form.courtCaseNo,
      complex: form.urgency === 'COMPLEX',
      reappraisal: form.reappraisal,
      agreed_limit: form.agreedWorkingDays,
      opened_at: now,
      started_at: null,
      closed_at: null,
    })
    .execute()
  if (officialLetterSigns(entrusting_type))
    await tx
      .insertInto('case_signature')
      .values({
        case_id: id,
        side: 'ENTRUSTING',
        kind: 'LETTER',
        account_id: entrusted_by,
        text_sha256: null,
        signed_at: now,
      })
      .execute()
}

export const casesModule: Module = {
  name: 'cases',
  title: '鉴定实施',
  commands: [
    signAgreement,
    recordFee,
    concludeAgreement,
    nominateAppraiser,
    nameLead,
    signCommitment,
    assignReviewer,
    assignIssuer,
    assignHandlers,
    serveRecusalNotice,
    applyRecusal,
    decideRecusal,
    replaceMember,
    savePlan,
    consentMethod,
    approvePlan,
    startCase,
    recordStep,
    waiveStep,
    beginDrafting,
    suspendCase,
    resumeCase,
    extendCase,
    requestExtension,
    approveExtension,
    terminateCase,
    closeCase,
    withdrawCase,
  ],
  queries: [listCases, showCase, showAgreement, showClock, showTeam, showPlan, listRecords],
  lifecycles: [caseLife],
}
