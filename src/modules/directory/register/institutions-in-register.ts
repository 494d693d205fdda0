import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { InstitutionBody } from '../contract/register.ts'

/** One institution as the register has it now, with what a selection asks of it. */
export interface InRegister
  extends Pick<InstitutionBody, 'name' | 'number' | 'creditCode' | 'region' | 'state' | 'scope'> {
  readonly key: string
  readonly item: string
  /** Id of its organisation. */
  readonly institutionId: string
}

/** Every institution that the register ever named, by key, and the size of the log at which this was read. */
export async function institutionsInRegister(
  db: ReadDb,
): Promise<{ readonly size: number; readonly institutions: readonly InRegister[] }> {
  const rows = await db
    .selectFrom('directory_current as c')
    .innerJoin('institution as i', (join) => join.on(sql<boolean>`i.directory_no = c.body->>'number'`))
    .select([
      'c.key',
      'c.item',
      'i.id as institutionId',
      sql<string>`c.body->>'name'`.as('name'),
      sql<string>`c.body->>'number'`.as('number'),
      sql<string | null>`c.body->>'creditCode'`.as('creditCode'),
      sql<string>`c.body->>'region'`.as('region'),
      sql<InstitutionBody['state']>`c.body->>'state'`.as('state'),
      sql<InstitutionBody['scope']>`c.body->'scope'`.as('scope'),
      // in the same statement, so that no change of the register lies between
      sql<number>`(select max(log_index) from directory_entry)`.as('last'),
    ])
    .where('c.kind', '=', 'institution')
    .orderBy('c.key')
    .execute()
  const size = rows[0] ? Number(rows[0].last) + 1 : 0
  return { size, institutions: rows.map(({ last: _, ...row }) => row) }
}
