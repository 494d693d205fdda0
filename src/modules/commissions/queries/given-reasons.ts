import { sql } from 'kysely'
import { z } from 'zod'
import type { ReadDb } from '#kernel/capabilities.ts'
import { givenReason } from '../contract/endpoints.ts'

/**
 * What the entrusting side wrote where a rule warned and it went on all the same, when the form as it stands was filed.
 * The trace keeps it; whoever sees the commission reads it beside what it is about.
 */
export async function givenReasons(db: ReadDb, id: string): Promise<z.output<typeof givenReason>[]> {
  const filed = await db
    .selectFrom('log_payload')
    .innerJoin('log_entry', 'log_entry.index', 'log_payload.index')
    .select('fields')
    .where(sql<string>`log_payload.fields->'subject'->>'matter'`, '=', id)
    .where('op', 'in', ['commission.submit', 'commission.answer-supplement'])
    .orderBy('log_payload.index', 'desc')
    .executeTakeFirst()
  // only a warning that was overridden has a reason
  return z
    .array(z.unknown())
    .parse(filed?.fields.findings ?? [])
    .flatMap((each) => {
      const found = givenReason.safeParse(each)
      return found.success ? [found.data] : []
    })
}
