import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { visibleCommissions } from '#modules/commissions/module.ts'

/** Who may see the trace of a matter: those who may see its commission. */
export async function seesMatter(db: ReadDb, matter: string, actor: Actor): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/.test(matter)) return false
  const found = await visibleCommissions(db, actor)
    .where('commission.id', '=', matter)
    .select('commission.id')
    .executeTakeFirst()
  return found !== undefined
}
