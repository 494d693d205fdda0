import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import { stateOn } from '../store.ts'
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

/** Facts, not a verdict: an institution that is not in the directory is answered as not listed. */
export async function standingOf(db: ReadDb, institutionId: string, asked: Asked): Promise<Standing> {
  const row = await db
    .selectFrom('institution')
    .select(['region', 'serial', 'short_name'])
    .where('id', '=', institutionId)
    .executeTakeFirst()
  const state = await stateOn(db, institutionId, asked.on)
  const scopes = await scopeRowsOn(db, institutionId, beijingDate(asked.on))
  return {
    listed: state !== null,
    suspended: state === 'SUSPENDED',
    changePending: state === 'CHANGE_PENDING',
    inScope: scopes.some((scope) => covers(scope, asked)),
    region: row?.region ?? '',
    serial: row?.serial ?? '',
    shortName: row?.short_name ?? '',
  }
}
