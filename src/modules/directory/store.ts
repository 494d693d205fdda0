import type { GeneratedAlways } from 'kysely'
import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import type { IpType } from '#law/terms/ip-type.ts'
import type { TechnicalField } from '#law/terms/technical-field.ts'

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

interface Standing {
  readonly subjectId: string
  readonly state: InstitutionState | AppraiserState
  readonly reason: string
  readonly at: Date
  readonly by: string | null
}

export async function remember(tx: Tx, { subjectId, state, reason, at, by }: Standing): Promise<void> {
  await tx.insertInto('directory_history').values({ subject_id: subjectId, at, state, reason, by }).execute()
}

/** Moves an institution to another state, with its reason, for the directory's history. */
export async function moveInstitution(
  tx: Tx,
  move: Standing & { readonly state: InstitutionState },
): Promise<{ state: InstitutionState }> {
  await tx
    .updateTable('institution')
    .set({ state: move.state })
    .where('id', '=', move.subjectId)
    .executeTakeFirstOrThrow()
  await remember(tx, move)
  return { state: move.state }
}

export async function moveAppraiser(
  tx: Tx,
  move: Standing & { readonly state: AppraiserState },
): Promise<{ state: AppraiserState }> {
  await tx
    .updateTable('appraiser')
    .set({ state: move.state })
    .where('id', '=', move.subjectId)
    .executeTakeFirstOrThrow()
  await remember(tx, move)
  return { state: move.state }
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
