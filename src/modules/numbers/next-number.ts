import { sql } from 'kysely'
import type { Tx } from '#kernel/capabilities.ts'

declare module '#kernel/tables.ts' {
  interface Tables {
    number_series: { series: string; last: number }
  }
}

/**
 * The next number of a series, from 1, without gaps: the series' row stays locked until the deed commits, and a deed that
 * fails gives its number back. A series is named by what it counts, then whose and of which year: `case:<uuid>:2026`.
 */
export async function nextNumber(tx: Tx, series: string): Promise<number> {
  const { last } = await tx
    .insertInto('number_series')
    .values({ series, last: 1 })
    .onConflict((conflict) => conflict.column('series').doUpdateSet({ last: sql`number_series.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}
