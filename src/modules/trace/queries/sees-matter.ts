import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { type CaseRow, rolesInCase, visibleCase } from '#modules/cases/module.ts'
import { visibleCommissions } from '#modules/commissions/module.ts'
import { seesDraft } from '#modules/opinions/rules/who.ts'

export type Insight = 'none' | 'deeds' | 'work'

/**
 * How much of a matter's trace is this actor's: that of a commission is for those who see the commission, once there is a
 * case for those who see the case. What was found of chart, draft and review is for those who may read the draft.
 */
export async function insightInto(db: ReadDb, matter: string, actor: Actor): Promise<Insight> {
  if (!/^[0-9a-f-]{36}$/.test(matter)) return 'none'
  const opened = await db
    .selectFrom('appraisal_case')
    .select('id')
    .where('id', '=', matter)
    .executeTakeFirst()
  if (!opened) return (await seesCommission(db, matter, actor)) ? 'deeds' : 'none'
  const row = await caseIfSeen(db, matter, actor)
  if (!row) return 'none'
  const duties = await rolesInCase(db, row.id, actor.accountId)
  return seesDraft(actor, { case: row, duties }, 'draft') ? 'work' : 'deeds'
}

async function seesCommission(db: ReadDb, matter: string, actor: Actor): Promise<boolean> {
  const found = await visibleCommissions(db, actor)
    .where('commission.id', '=', matter)
    .select('commission.id')
    .executeTakeFirst()
  return found !== undefined
}

function caseIfSeen(db: ReadDb, matter: string, actor: Actor): Promise<CaseRow | undefined> {
  return visibleCase(db, matter, actor).catch((error: unknown) => {
    if (error instanceof Problem && error.type === 'not-found') return undefined
    throw error
  })
}

/** What rules said of these deeds quotes drafts, findings and votes; who did what under which rule stays open to all. */
const work = /^(chart|draft|review|opinion)\./

/** Whether the words of an entry are closed to this actor; one's own deeds never are. */
export function wordsClosed(
  insight: Insight,
  actor: Actor,
  entry: { readonly op: string; readonly by: string | undefined },
): boolean {
  return insight !== 'work' && work.test(entry.op) && entry.by !== actor.accountId
}
