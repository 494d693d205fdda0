import type { ReadDb } from '#kernel/capabilities.ts'

export function extensionsOf(db: ReadDb, caseId: string) {
  return db
    .selectFrom('case_extension')
    .select(['no', 'state', 'days', 'requested_by'])
    .where('case_id', '=', caseId)
    .orderBy('no')
    .execute()
}
