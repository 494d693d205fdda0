import type { ReadDb } from '#kernel/capabilities.ts'

/** Size of the newest signed checkpoint. */
export async function publishedSize(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('log_checkpoint')
    .select(({ fn }) => fn.max('size').as('size'))
    .executeTakeFirst()
  return Number(row?.size ?? 0)
}
