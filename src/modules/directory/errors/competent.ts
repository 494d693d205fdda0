import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'

/**
 * Of which provinces this person answers reports of errors: the national association of all, a provincial office of its own;
 * none for everybody else. 全部 is `*`.
 */
export async function answersFor(db: ReadDb, actor: Actor): Promise<string | null> {
  if (actor.roles.includes('ASSOCIATION_SECRETARY')) return '*'
  if (!actor.roles.includes('PROVINCIAL_OFFICER') || !actor.organisationId) return null
  const office = await db
    .selectFrom('organisation')
    .select('region')
    .where('id', '=', actor.organisationId)
    .executeTakeFirst()
  return office?.region?.slice(0, 2) ?? null
}
