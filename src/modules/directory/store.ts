import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Tx } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import type { IpType } from '#law/terms/ip-type.ts'
import type { TechnicalField } from '#law/terms/technical-field.ts'
import type { errorOutcome } from './contract/entry-errors.ts'
import type { ProceedingDetail } from './contract/proceedings.ts'
import type { AppraiserBody, InstitutionBody, RegisterBody } from './contract/register.ts'

export type InstitutionState = InstitutionBody['state']
export type AppraiserState = AppraiserBody['state']

export type ProceedingKind = 'EXIT' | 'RENEWAL' | 'REMOVAL' | 'APPEAL' | 'CORRECTION'
export type ProceedingState = 'OPEN' | 'GRANTED' | 'REJECTED' | 'WITHDRAWN'

declare module '#kernel/tables.ts' {
  interface Tables {
    institution: {
      id: string
      state: InstitutionState
      reason: string
      moved_by: string | null
      short_name: string
      region: string
      serial: string
      directory_no: string
      person_in_charge: string
      address: string
      telephone: string
      listed_from: string
      term_until: string | null
      barred_until: string | null
      fee_basis: Generated<string>
      court_lists: Generated<string[]>
      former_names: ColumnType<InstitutionBody['formerNames'], string | undefined, string>
      successors: Generated<string[]>
    }
    institution_scope: {
      institution_id: string
      ip_type: IpType
      wipo_field: TechnicalField | ''
      kind: string
      valid_from: string
      valid_until: string | null
      state: Generated<'IN_FORCE' | 'SUSPENDED' | 'ENDED'>
    }
    appraiser: {
      id: string
      state: AppraiserState
      reason: string
      institution_id: string
      practice_no: string
      title: string
      since: string
      qualifications: Generated<string[]>
    }
    appraiser_field: { appraiser_id: string; ip_type: IpType; wipo_field: TechnicalField | '' }
    directory_proceeding: {
      id: string
      institution_id: string
      kind: ProceedingKind
      state: ProceedingState
      reason: string
      detail: ColumnType<ProceedingDetail, string>
      opened_by: string
      opened_at: Date
      decided_by: string | null
      decided_at: Date | null
      decision: string | null
    }
    entry_error: {
      id: string
      state: 'OPEN' | 'ANSWERED'
      key: string
      name: string
      province: string
      what: string
      contact: string | null
      code_sha256: string
      reported_at: Date
      due: string
      outcome: (typeof errorOutcome.codes)[number] | null
      answer: string | null
      answered_at: Date | null
      answered_by: string | null
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
      /** On the list, suspended or not; with the next, made of the others by the database. */
      listed: GeneratedAlways<boolean>
      /** Its number and every spelling of its names, each after a `=`. */
      spelt: GeneratedAlways<string>
    }
  }
}

/** An institution for a deed, locked; the facts carry its id under the name that relations read. */
export async function lockInstitution(tx: Tx, id: string) {
  const institution = await tx
    .selectFrom('institution')
    .select(['id', 'state', 'region', 'serial', 'directory_no', 'moved_by', 'term_until', 'barred_until'])
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
