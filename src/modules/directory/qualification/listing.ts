import type { z } from 'zod'
import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { listedInstitution } from '../contract/institutions.ts'
import { scopeOf, scopeRowsOn } from './scopes.ts'

export type ListedInstitution = z.output<typeof listedInstitution>

/** The directory as the public reads it, by directory number, with the scopes in force at that moment. */
export async function listedInstitutions(db: ReadDb, on: Date): Promise<readonly ListedInstitution[]> {
  const rows = await institutionRows(db).orderBy('directory_no').execute()
  return Promise.all(rows.map((row) => withScopes(db, row, on)))
}

/** One institution as the directory has it, or undefined where it is not in it. */
export async function findInstitution(db: ReadDb, id: string, on: Date) {
  const row = await institutionRows(db).where('institution.id', '=', id).executeTakeFirst()
  return row && withScopes(db, row, on)
}

function institutionRows(db: ReadDb) {
  return db
    .selectFrom('institution')
    .innerJoin('organisation', 'organisation.id', 'institution.id')
    .innerJoin('account', 'account.id', 'institution.person_in_charge')
    .select([
      'institution.id',
      'organisation.name',
      'short_name as shortName',
      'directory_no as directoryNo',
      'unified_social_credit_code as unifiedSocialCreditCode',
      'institution.region',
      'serial',
      'institution.state',
      'listed_from as listedFrom',
      'account.name as personInCharge',
      'address',
      'telephone',
      'demonstration',
    ])
}

async function withScopes(db: ReadDb, row: Omit<ListedInstitution, 'scopes'>, on: Date) {
  const scopes = await scopeRowsOn(db, row.id, beijingDate(on))
  return { ...row, scopes: scopes.map(scopeOf) }
}
