import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { rolesInCase } from '#modules/cases/module.ts'
import { knowsMatter } from '#modules/matters/module.ts'
import { seesDraft } from '#modules/opinions/rules/who.ts'

export type Insight = 'none' | 'deeds' | 'work'

/**
 * How much of a matter's trace is this actor's. What was found of chart, draft and review is for those who may read the
 * draft.
 */
export async function insightInto(db: ReadDb, matter: string, actor: Actor): Promise<Insight> {
  if (!/^[0-9a-f-]{36}$/.test(matter) || !(await knowsMatter(db, matter, actor))) return 'none'
  const row = await caseOfMatter(db, matter)
  if (!row) return 'deeds'
  const duties = await rolesInCase(db, matter, actor.accountId)
  return seesDraft(actor, { case: row, duties }, 'draft') ? 'work' : 'deeds'
}

function caseOfMatter(db: ReadDb, matter: string) {
  return db
    .selectFrom('appraisal_case')
    .select(['institution_id', 'confidentiality'])
    .where('id', '=', matter)
    .executeTakeFirst()
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
