import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import type { Module } from '#kernel/command.ts'
import { checkIdentityCommand } from './commands/check-material-identity.ts'
import { confirmMaterialCommand } from './commands/confirm-material.ts'
import { consentToConsumptionCommand } from './commands/consent-to-material-consumption.ts'
import { recordCrossExaminationCommand } from './commands/record-material-cross-examination.ts'
import { recordCustodyCommand } from './commands/record-material-custody.ts'
import { registerFileCommand } from './commands/register-file.ts'
import { registerMaterialCommand } from './commands/register-material.ts'
import { undertakeConfidentialityCommand } from './commands/undertake-material-confidentiality.ts'
import { verifyBytesCommand } from './commands/verify-material-bytes.ts'
import { checkBlobs } from './custody/check-blobs.ts'
import { listFilesQuery } from './queries/list-files.ts'
import { listMaterialsQuery } from './queries/list-materials.ts'
import { openFileQuery } from './queries/open-file.ts'
import { showFileQuery } from './queries/show-file.ts'
import { showMaterialQuery } from './queries/show-material.ts'
import { showReceiptQuery } from './queries/show-receipt.ts'
import { materialsNow, readinessOf, whyNotCitable } from './reading/case-materials.ts'

export { registerFileCommand } from './commands/register-file.ts'
export { custodyGaps, materialsForOpinion } from './custody/chain.ts'
export { openFileQuery } from './queries/open-file.ts'
export type { MaterialNow, Readiness } from './reading/case-materials.ts'
export { attachFile, fileOf } from './reading/files.ts'
export { hasUndertaken } from './reading/materials.ts'
export { isSealed } from './reading/matter.ts'
export type { StoredFile } from './store.ts'

/** What still stands against starting the appraisal, each as names to show; all empty where nothing does. */
export function materialReadiness(tx: Tx, caseId: string) {
  return readinessOf(tx, caseId)
}

/** All materials of a case, each with whether the opinion may rest on it, and if not, why (O-11, T-03). */
export async function citable(db: ReadDb, caseId: string) {
  const { profile } = await db
    .selectFrom('appraisal_case')
    .select('profile')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  return (await materialsNow(db, { caseId })).map((row) => {
    const why = whyNotCitable(row, profile)
    return { id: row.id, no: row.no, name: row.name, citable: why === '', why }
  })
}

export const materialsModule: Module = {
  name: 'materials',
  title: '鉴定材料',
  commands: [
    registerFileCommand,
    registerMaterialCommand,
    confirmMaterialCommand,
    recordCrossExaminationCommand,
    checkIdentityCommand,
    consentToConsumptionCommand,
    recordCustodyCommand,
    verifyBytesCommand,
    undertakeConfidentialityCommand,
  ],
  queries: [
    listMaterialsQuery,
    showMaterialQuery,
    showFileQuery,
    openFileQuery,
    listFilesQuery,
    showReceiptQuery,
  ],
  checks: [checkBlobs],
}
