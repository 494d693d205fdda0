import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { RegisterBody } from '../contract/register.ts'

/**
 * Two questions about a day D, answered from the same entries.
 * `said`: what did the list say on D? Only what had been recorded by the end of D counts; a correction made later changes nothing.
 * `true`: what was so on D, as known at a log size? All that was recorded below that size counts, the last that covers D wins.
 */
export interface AsOf {
  readonly day: string
  /** Number of log entries that may be read. */
  readonly size: number
  readonly question: 'said' | 'true'
}

/** What the register says of one key, with the entry that says it. */
export interface Said {
  readonly key: string
  readonly logIndex: number
  readonly item: string
  readonly body: RegisterBody
}

/** The log size at the end of a Beijing day: one more than the index of the last change of the register by then. */
export async function sizeOn(db: ReadDb, day: string): Promise<number> {
  const row = await db
    .selectFrom('directory_entry')
    .select('log_index')
    .where('said_at', '<', sql<Date>`(${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
    .orderBy('said_at', 'desc')
    .orderBy('log_index', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? Number(row.log_index) + 1 : 0
}

/** Every key with the one entry that answers for it: the last recorded of those that count. */
export function answered(db: ReadDb, { day, size, question }: AsOf) {
  return db
    .selectFrom('directory_current as c')
    .innerJoinLateral(
      (eb) => {
        const counted = eb
          .selectFrom('directory_entry as e')
          .select(['e.log_index', 'e.item'])
          .whereRef('e.key', '=', 'c.key')
          .where('e.log_index', '<', size)
        const covering =
          question === 'said'
            ? counted.where('e.valid_until', 'is', null)
            : counted
                .where('e.valid_from', '<=', day)
                .where((or) => or.or([or('e.valid_until', 'is', null), or('e.valid_until', '>', day)]))
        return covering.orderBy('e.log_index', 'desc').orderBy('e.part', 'desc').limit(1).as('g')
      },
      (join) => join.onTrue(),
    )
    .innerJoin('directory_item as i', 'i.hash', 'g.item')
    .select(['c.key', 'g.log_index as logIndex', 'g.item', 'i.body'])
}

export interface AsOfPage {
  readonly kind: 'institution' | 'appraiser'
  /** Tags that the body must have had (`tagsOf`). */
  readonly tags: readonly string[]
  /** The last key of the page before. */
  readonly after: string
  readonly limit: number
}

/** A page of the list as of a day, by key. */
export function listAsOf(db: ReadDb, asOf: AsOf, { kind, tags, after, limit }: AsOfPage): Promise<Said[]> {
  return answered(db, asOf)
    .where('c.kind', '=', kind)
    .where('c.key', '>', after)
    .where(sql<boolean>`c.ever @> ${tags}::text[]`)
    .where(sql<boolean>`i.tags @> ${tags}::text[]`)
    .orderBy('c.key')
    .limit(limit)
    .execute()
}

/** What the register says of one key as of a day; undefined before it was ever entered. */
export function entryAsOf(db: ReadDb, asOf: AsOf, key: string): Promise<Said | undefined> {
  return answered(db, asOf).where('c.key', '=', key).executeTakeFirst()
}
