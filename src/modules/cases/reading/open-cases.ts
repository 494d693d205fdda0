import type { ReadDb } from '#kernel/capabilities.ts'

/** How many cases each institution has under way, by organisation id; one that is absent has none. */
export async function openCasesOfInstitutions(db: ReadDb): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('appraisal_case')
    .select(['institution_id', ({ fn }) => fn.countAll<number>().as('open')])
    .where('closed_at', 'is', null)
    .groupBy('institution_id')
    .execute()
  return new Map(rows.map(({ institution_id, open }) => [institution_id, Number(open)]))
}
