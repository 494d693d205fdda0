import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { AsOf } from './as-of.ts'

interface Between {
  readonly from: AsOf
  readonly to: AsOf
  readonly kind: 'institution' | 'appraiser'
  /** The last key of the page before. */
  readonly after: string
  readonly limit: number
}

/**
 * Keys of which the answer may differ between two days, in order. `said` differs only by what was recorded in between; `true`
 * only where something began or ended to hold in between.
 */
export async function changedKeys(db: ReadDb, { from, to, kind, after, limit }: Between): Promise<string[]> {
  const entries = db
    .selectFrom('directory_entry as e')
    .select('e.key')
    .distinct()
    .where('e.key', '>', after > `${kind}:` ? after : `${kind}:`)
    .where('e.key', '<', `${kind};`) // the character after the colon
  const between =
    from.question === 'said'
      ? entries.where('e.log_index', '>=', from.size).where('e.log_index', '<', to.size)
      : entries.where('e.log_index', '<', to.size).where(
          sql<boolean>`(e.valid_from > ${from.day} and e.valid_from <= ${to.day}
              or e.valid_until > ${from.day} and e.valid_until <= ${to.day})`,
        )
  const rows = await between.orderBy('e.key').limit(limit).execute()
  return rows.map(({ key }) => key)
}
