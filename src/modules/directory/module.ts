import type { Module } from '#kernel/command.ts'
import { addScope } from './commands/add-institution-scope.ts'
import { registerAppraiser } from './commands/register-appraiser.ts'
import { registerInstitution } from './commands/register-institution.ts'
import { reportChange } from './commands/report-institution-change.ts'
import { restoreAppraiser } from './commands/restore-appraiser.ts'
import { restoreInstitution } from './commands/restore-institution.ts'
import { settleChange } from './commands/settle-institution-change.ts'
import { suspendAppraiser } from './commands/suspend-appraiser.ts'
import { suspendInstitution } from './commands/suspend-institution.ts'
import { appraiserLife, institutionLife } from './lifecycle.ts'
import { listInstitutions } from './queries/list-institutions.ts'
import { listQualifiedAppraisers } from './queries/list-qualified-appraisers.ts'
import { showInstitution } from './queries/show-institution.ts'
import { checkRegister } from './register/check-register.ts'

export { appraiserLife, institutionLife } from './lifecycle.ts'
export {
  type AppraiserQualification,
  appraiserQualification,
  type ListedAppraiser,
  qualifiedAppraisers,
} from './qualification/appraisers.ts'
export { findInstitution, type ListedInstitution, listedInstitutions } from './qualification/listing.ts'
export { type QualificationSnapshot, qualificationSnapshot } from './qualification/snapshot.ts'
export { type Standing, standingOf } from './qualification/standing.ts'
export { type AsOf, entryAsOf, listAsOf, type Said, sizeOn } from './register/as-of.ts'
export { type InRegister, institutionsInRegister } from './register/institutions-in-register.ts'
export { latestChanges } from './register/latest.ts'
export { registerLines } from './register/lines.ts'
export { listAsCsv, listAsJson } from './register/print-list.ts'

export const directoryModule: Module = {
  name: 'directory',
  title: '名录',
  commands: [
    registerInstitution,
    addScope,
    suspendInstitution,
    restoreInstitution,
    reportChange,
    settleChange,
    registerAppraiser,
    suspendAppraiser,
    restoreAppraiser,
  ],
  queries: [listInstitutions, showInstitution, listQualifiedAppraisers],
  lifecycles: [institutionLife, appraiserLife],
  checks: [checkRegister],
}
