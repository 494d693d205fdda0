import type { ColumnType, GeneratedAlways } from 'kysely'
import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import type { IpType } from '#law/terms/ip-type.ts'
import type { TechnicalField } from '#law/terms/technical-field.ts'
import type { RegisterBody } from './contract/register.ts'

export type InstitutionState = 'LISTED' | 'SUSPENDED' | 'CHANGE_PENDING'
export type AppraiserState = 'ACTIVE' | 'SUSPENDED'

declare module '#kernel/tables.ts' {
  interface Tables {
    institution: {
      id: string
      state: InstitutionState
      short_name: string
      region: string
      serial: string
      directory_no: string
      person_in_charge: string
      address: string
      telephone: string
      listed_from: string
    }
    institution_scope: {
      institution_id: string
      ip_type: IpType
      wipo_field: TechnicalField | ''
      kind: string
      valid_from: string
      valid_until: string | null
    }
    appraiser: {
      id: string
      state: AppraiserState
      institution_id: string
      practice_no: string
      title: string
      since: string
    }
    appraiser_field: { appraiser_id: string; ip_type: IpType; wipo_field: TechnicalField | '' }
    /** Of institutions and appraisers alike; their ids are distinct, their states too but for SUSPENDED. */
    directory_history: {
      no: GeneratedAlways<number>
      subject_id: string
      at: Date
      state: InstitutionState | AppraiserState
      reason: string
      by: string | null
    }
    directory_item: { hash: string; body: ColumnType<RegisterBody, string>; tags: string[] }
    /** Written by the database from the log's field `register` (migration 0021); `log_index`, `part` are their order. */
    directory_entry: {
      log_index: number
      part: number
      key: string
      item: string
      valid_from: string
      valid_until: string | null
      said_at: Date
    }
    directory_current: {
      key: string
      kind: 'institution' | 'appraiser'
      log_index: number
      item: string
      body: RegisterBody
      tags: string[]
      ever: string[]
    }
  }
}

/** An institution for a deed, locked; the facts carry its id under the name that relations read. */
export async function lockInstitution(tx: Tx, id: string) {
  const institution = await tx
    .selectFrom('institution')
    .select(['id', 'state', 'region', 'serial', 'directory_no'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!institution) throw new Problem('not-found', '名录中没有这个机构。')
  return { institution, institutionId: id }
}

export async function lockAppraiser(tx: Tx, id: string) {
  const appraiser = await tx
    .selectFrom('appraiser')
    .select(['id', 'state', 'institution_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!appraiser) throw new Problem('not-found', '没有登记过这名鉴定人。')
  return { appraiser, institutionId: appraiser.institution_id }
}

export interface Standing {
  readonly subjectId: string
  readonly state: InstitutionState | AppraiserState
  readonly reason: string
  readonly at: Date
  readonly by: string | null
}

export async function remember(tx: Tx, { subjectId, state, reason, at, by }: Standing): Promise<void> {
  await tx.insertInto('directory_history').values({ subject_id: subjectId, at, state, reason, by }).execute()
}

/** The state that an institution or an appraiser had at that moment; null before its registration. */
export async function stateOn(db: ReadDb, subjectId: string, at: Date) {
  const row = await db
    .selectFrom('directory_history')
    .select('state')
    .where('subject_id', '=', subjectId)
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.state ?? null
}

/** Every standing of an institution, oldest first. */
export function historyOfInstitution(db: ReadDb, institutionId: string) {
  return db
    .selectFrom('directory_history')
    .select(['at', 'reason', 'state'])
    .where('subject_id', '=', institutionId)
    .where('state', '!=', 'ACTIVE') // a state of appraisers alone
    .orderBy('at')
    .orderBy('no')
    .$narrowType<{ state: InstitutionState }>()
    .execute()
}
