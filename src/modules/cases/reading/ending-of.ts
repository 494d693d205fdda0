import type { ReadDb } from '#kernel/capabilities.ts'

/** How the case ended without an opinion; null while it has not. */
export async function endingOf(db: ReadDb, caseId: string) {
  const row = await db
    .selectFrom('case_ending')
    .innerJoin('account', 'account.id', 'ended_by')
    .select(['kind', 'ground', 'reason', 'material_return', 'fee_settlement', 'ended_at', 'account.name'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!row) return null
  const { kind, ground, reason } = row
  return {
    kind,
    ground,
    reason,
    materialReturn: row.material_return,
    feeSettlement: row.fee_settlement,
    by: row.name,
    at: row.ended_at.toISOString(),
  }
}
