import type { Module } from '#kernel/command.ts'
import { answerClauses } from './commands/answer-clauses.ts'
import { approveStandard } from './commands/approve-standard.ts'
import { assessClauses } from './commands/assess-clauses.ts'
import { assignAssessors } from './commands/assign-assessors.ts'
import { beginDrafting } from './commands/begin-drafting.ts'
import { certify } from './commands/certify.ts'
import { closeConsultation } from './commands/close-consultation.ts'
import { closeFinding } from './commands/close-finding.ts'
import { commentOnDraft } from './commands/comment-on-draft.ts'
import { correctFinding } from './commands/correct-finding.ts'
import { defineTerm } from './commands/define-term.ts'
import { disposeComment } from './commands/dispose-comment.ts'
import { expireCertificate } from './commands/expire-certificate.ts'
import { openAssessment } from './commands/open-assessment.ts'
import { openConsultation } from './commands/open-consultation.ts'
import { proposeStandard } from './commands/propose-standard.ts'
import { publishGuidance } from './commands/publish-guidance.ts'
import { publishVersion } from './commands/publish-version.ts'
import { raiseFinding } from './commands/raise-finding.ts'
import { recordDraft } from './commands/record-draft.ts'
import { recordStandard } from './commands/record-standard.ts'
import { redraftStandard } from './commands/redraft-standard.ts'
import { refuseCertificate } from './commands/refuse-certificate.ts'
import { reopenFinding } from './commands/reopen-finding.ts'
import { reportAssessment } from './commands/report-assessment.ts'
import { returnAssessment } from './commands/return-assessment.ts'
import { reviseTerm } from './commands/revise-term.ts'
import { submitAssessment } from './commands/submit-assessment.ts'
import { supersedeStandard } from './commands/supersede-standard.ts'
import { takeEffect } from './commands/take-effect.ts'
import { withdrawAssessment } from './commands/withdraw-assessment.ts'
import { withdrawCertificate } from './commands/withdraw-certificate.ts'
import { withdrawStandard } from './commands/withdraw-standard.ts'
import { expireCertificates } from './jobs/expire-certificates.ts'
import { assessmentLife, certificateLife, consultationLife, findingLife, standardLife } from './lifecycle.ts'
import { listAssessments } from './queries/list-assessments.ts'
import { listComments } from './queries/list-comments.ts'
import { listStandards } from './queries/list-standards.ts'
import { listTerms } from './queries/list-terms.ts'
import { showAssessment } from './queries/show-assessment.ts'
import { showConsultation } from './queries/show-consultation.ts'
import { showStandard } from './queries/show-standard.ts'
import { showTouched } from './queries/show-touched.ts'
import { violatedRules } from './queries/violated-rules.ts'
import { ruleTextsOf } from './rule-texts.ts'
import type { EntersRegister } from './writing/certificate.ts'

export { consultationLife, standardLife } from './lifecycle.ts'
export {
  type ConformityInForce,
  conformityFor,
  conformityInForce,
  conformityLapsed,
  conformityOnRecord,
} from './reading/in-force.ts'
export { waitingInStandards } from './reading/waiting-in-standards.ts'
export type { EnteringRegister, EntersRegister } from './writing/certificate.ts'

interface Surroundings {
  /** All modules: clauses name rules, wherever they are. */
  readonly modules: () => readonly Module[]
  readonly enters: EntersRegister
}

export function standardsModule({ modules, enters }: Surroundings): Module {
  const ruleTexts = ruleTextsOf(modules)
  const book = { ruleIds: () => new Set(ruleTexts().keys()) }
  return {
    name: 'standards',
    title: '标准体系与贯标',
    commands: [
      proposeStandard,
      recordDraft(book),
      recordStandard(book),
      beginDrafting,
      openConsultation(book),
      commentOnDraft,
      disposeComment,
      closeConsultation,
      redraftStandard,
      approveStandard(book),
      takeEffect,
      publishVersion(book),
      publishGuidance,
      supersedeStandard,
      withdrawStandard,
      defineTerm,
      reviseTerm,
      openAssessment,
      answerClauses,
      submitAssessment,
      returnAssessment,
      assignAssessors,
      assessClauses,
      raiseFinding,
      reportAssessment,
      correctFinding,
      closeFinding,
      reopenFinding,
      certify({ enters }),
      refuseCertificate,
      withdrawAssessment,
      withdrawCertificate({ enters }),
      expireCertificate({ enters }),
    ],
    queries: [
      listStandards,
      showStandard,
      showTouched(ruleTexts),
      showConsultation,
      listComments,
      listTerms,
      listAssessments,
      showAssessment,
      violatedRules(ruleTexts),
    ],
    lifecycles: [standardLife, consultationLife, assessmentLife, findingLife, certificateLife],
    jobs: [expireCertificates({ enters })],
  }
}
