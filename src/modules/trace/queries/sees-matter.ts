import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { seesCommission } from '#modules/commissions/module.ts'

/** Who may see the trace of a matter: those who may see its commission. */
export async function seesMatter(db: ReadDb, matter: string, actor: Actor): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/.test(matter)) return false
  const commission = await db
    .selectFrom('commission')
    .select(['entrusting_organisation_id', 'institution_id'])
    .where('id', '=', matter)
    .executeTakeFirst()
  return commission !== undefined && seesCommission(actor, commission)
}
