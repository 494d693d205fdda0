import type { Module } from '#kernel/command.ts'
import { addScope } from './commands/add-institution-scope.ts'
import { answerEntryError } from './commands/answer-entry-error.ts'
import { appealDecision } from './commands/appeal-institution-decision.ts'
import { expireInstitution } from './commands/expire-institution.ts'
import { grantAppeal } from './commands/grant-institution-appeal.ts'
import { grantCorrection } from './commands/grant-institution-correction.ts'
import { grantExit } from './commands/grant-institution-exit.ts'
import { grantRemoval } from './commands/grant-institution-removal.ts'
import { grantRenewal } from './commands/grant-institution-renewal.ts'
import { leaveAppraiser } from './commands/leave-appraiser.ts'
import { proposeCorrection } from './commands/propose-institution-correction.ts'
import { proposeRemoval } from './commands/propose-institution-removal.ts'
import { registerAppraiser } from './commands/register-appraiser.ts'
import { registerInstitution } from './commands/register-institution.ts'
import { rejectProceeding } from './commands/reject-directory-proceeding.ts'
import { reportEntryError } from './commands/report-entry-error.ts'
import { reportChange } from './commands/report-institution-change.ts'
import { requestExit } from './commands/request-institution-exit.ts'
import { requestRenewal } from './commands/request-institution-renewal.ts'
import { restoreAppraiser } from './commands/restore-appraiser.ts'
import { restoreInstitution } from './commands/restore-institution.ts'
import { settleChange } from './commands/settle-institution-change.ts'
import { suspendAppraiser } from './commands/suspend-appraiser.ts'
import { suspendInstitution } from './commands/suspend-institution.ts'
import { withdrawProceeding } from './commands/withdraw-directory-proceeding.ts'
import { watchTerms } from './jobs/watch-terms.ts'
import { appraiserLife, entryErrorLife, institutionLife, proceedingLife } from './lifecycle.ts'
import { compareDays } from './queries/compare-directory.ts'
import { listProceedings } from './queries/list-directory-proceedings.ts'
import { listEntryErrors } from './queries/list-entry-errors.ts'
import { listInstitutions } from './queries/list-institutions.ts'
import { listQualifiedAppraisers } from './queries/list-qualified-appraisers.ts'
import { searchDirectory } from './queries/search-directory.ts'
import { showCoverage } from './queries/show-directory-coverage.ts'
import { showEntry } from './queries/show-directory-entry.ts'
import { showInstitution } from './queries/show-institution.ts'
import { trackEntryError } from './queries/track-entry-error.ts'
import { checkRegister } from './register/check-register.ts'

export { waitingProceedings } from './adjustment/waiting-proceedings.ts'
export { waitingEntryErrors } from './errors/waiting-errors.ts'
export {
  type AppraiserQualification,
  appraiserQualification,
  type ListedAppraiser,
  qualifiedAppraisers,
} from './qualification/appraisers.ts'
export { findInstitution, type ListedInstitution, listedInstitutions } from './qualification/listing.ts'
export { type QualificationSnapshot, qualificationSnapshot } from './qualification/snapshot.ts'
export { type Standing, standingOf } from './qualification/standing.ts'
export { type AsOf, type Said, sizeOn } from './register/as-of.ts'
export { enterIfListed } from './register/enter-if-listed.ts'
export { type InRegister, institutionsInRegister } from './register/institutions-in-register.ts'
export { latestChanges } from './register/latest.ts'
export { registerLines } from './register/lines.ts'
export { isInRegister, listedInstitutionKeys } from './register/listed-keys.ts'
export { listAsCsv, listAsJson } from './register/print-list.ts'

export const directoryModule: Module = {
  name: 'directory',
  title: '名录',
  commands: [
    reportEntryError,
    answerEntryError,
    registerInstitution,
    addScope,
    suspendInstitution,
    restoreInstitution,
    reportChange,
    settleChange,
    registerAppraiser,
    suspendAppraiser,
    restoreAppraiser,
    leaveAppraiser,
    requestExit,
    requestRenewal,
    proposeRemoval,
    appealDecision,
    proposeCorrection,
    grantExit,
    grantRenewal,
    grantRemoval,
    grantAppeal,
    grantCorrection,
    rejectProceeding,
    withdrawProceeding,
    expireInstitution,
  ],
  queries: [
    searchDirectory,
    trackEntryError,
    listEntryErrors,
    showEntry,
    compareDays,
    showCoverage,
    listInstitutions,
    showInstitution,
    listQualifiedAppraisers,
    listProceedings,
  ],
  lifecycles: [institutionLife, appraiserLife, proceedingLife, entryErrorLife],
  jobs: [watchTerms],
  checks: [checkRegister],
}
