import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { InstitutionState } from '../store.ts'
import { type Asked, covers } from './competence.ts'
import { scopeRowsOn } from './scopes.ts'

/** What the directory says of an institution at that moment (rule A-07). Region and serial enter the case code. */
export interface Standing {
  readonly listed: boolean
  readonly suspended: boolean
  readonly changePending: boolean
  readonly inScope: boolean
  readonly region: string
  readonly serial: string
  readonly shortName: string
}

/** In one of these an institution is in the directory, whatever it may do at the moment. */
export const onTheList: readonly InstitutionState[] = ['LISTED', 'SUSPENDED', 'CHANGE_PENDING']

/** Facts, not a verdict: an institution that is not in the directory is answered as not listed. */
export async function standingOf(db: ReadDb, institutionId: string, asked: Asked): Promise<Standing> {
  const row = await db
    .selectFrom('institution')
    .select(['region', 'serial', 'short_name', 'state'])
    .where('id', '=', institutionId)
    .executeTakeFirst()
  const scopes = await scopeRowsOn(db, institutionId, beijingDate(asked.on))
  return {
    listed: row !== undefined && onTheList.includes(row.state),
    suspended: row?.state === 'SUSPENDED',
    changePending: row?.state === 'CHANGE_PENDING',
    inScope: scopes.some((scope) => covers(scope, asked)),
    region: row?.region ?? '',
    serial: row?.serial ?? '',
    shortName: row?.short_name ?? '',
  }
}
