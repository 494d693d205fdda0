import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { CustodyShown, MaterialShown } from '../contract/materials.ts'
import { needsIdentityCheck } from '../rules/custody.ts'
import { crossExamined } from '../rules/receipt.ts'
import type { CustodyRow, MaterialRow } from '../store.ts'
import { isSealed } from './matter.ts'

/** A material with what its chain and its confirmations say of it now. */
export interface MaterialNow extends MaterialRow {
  readonly holder: string
  readonly place: string
  readonly last_kind: MaterialShown['lastEvent']
  readonly file_count: number
  readonly confirmed: boolean
}

export async function materialsNow(
  db: ReadDb,
  where: { caseId: string } | { id: string },
): Promise<MaterialNow[]> {
  const rows = await db
    .selectFrom('case_material')
    .innerJoin('appraisal_case', 'appraisal_case.id', 'case_material.case_id')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('custody_event')
          .select(['custody_event.to_name', 'custody_event.place', 'custody_event.kind'])
          .whereRef('custody_event.material_id', '=', 'case_material.id')
          .orderBy('seq', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .selectAll('case_material')
    .select(['last.to_name as holder', 'last.place', 'last.kind as last_kind'])
    .select(
      sql<number>`(select count(*)::int from material_file f where f.material_id = case_material.id)`.as(
        'file_count',
      ),
    )
    .select(
      sql<boolean>`exists (select 1 from material_confirmation c where c.material_id = case_material.id
        and c.organisation_id = appraisal_case.entrusting_organisation_id)`.as('confirmed'),
    )
    .$if('caseId' in where, (query) => query.where('case_id', '=', 'caseId' in where ? where.caseId : ''))
    .$if('id' in where, (query) => query.where('case_material.id', '=', 'id' in where ? where.id : ''))
    .orderBy('case_material.no')
    .execute()
  return rows
}

export interface Readiness {
  readonly unconfirmed: string[]
  readonly unexamined: string[]
  readonly identityUnchecked: string[]
  readonly undertakingMissing: string[]
}

/** What still stands against starting the appraisal: names of materials, and of people on the team. */
export async function readinessOf(db: ReadDb, caseId: string): Promise<Readiness> {
  const appraisal = await db
    .selectFrom('appraisal_case')
    .select(['profile', 'confidentiality'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const present = (await materialsNow(db, { caseId })).filter(({ last_kind }) => !over.includes(last_kind))
  const sealed =
    isSealed(appraisal.confidentiality) || present.some(({ confidentiality }) => isSealed(confidentiality))
  const named = (rows: readonly MaterialNow[]) => rows.map(({ no, name }) => `M${no} ${name}`)
  return {
    unconfirmed: named(present.filter(({ confirmed }) => !confirmed)),
    unexamined: named(present.filter((row) => !crossExamined(appraisal.profile, row.cross_examination))),
    identityUnchecked: named(
      present.filter((row) => needsIdentityCheck(row.kind) && row.identity_matches !== true),
    ),
    undertakingMissing: sealed ? await withoutUndertaking(db, caseId) : [],
  }
}

const over: readonly string[] = ['RETURNED', 'DESTROYED']

async function withoutUndertaking(db: ReadDb, caseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('case_member')
    .innerJoin('account', 'account.id', 'case_member.account_id')
    .leftJoin('confidentiality_undertaking as promise', (join) =>
      join
        .onRef('promise.case_id', '=', 'case_member.case_id')
        .onRef('promise.account_id', '=', 'case_member.account_id'),
    )
    .select('account.name')
    .where('case_member.case_id', '=', caseId)
    .where('case_member.left_at', 'is', null)
    .where('promise.at', 'is', null)
    .orderBy('account.name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Why a material may not be a basis of the opinion; empty where it may (O-11, T-02, T-03, T-07). */
export function whyNotCitable(row: MaterialNow, profile: string): string {
  if (!row.confirmed) return '委托方尚未确认'
  if (!crossExamined(profile, row.cross_examination)) return '未经质证或者争议未决'
  if (needsIdentityCheck(row.kind) && row.identity_matches !== true) return '检材同一性未核对或者不符'
  return ''
}

export function shownMaterial(row: MaterialNow): MaterialShown {
  return {
    id: row.id,
    no: row.no,
    caseId: row.case_id,
    splitFrom: row.split_from,
    name: row.name,
    kind: row.kind,
    quantity: row.quantity,
    condition: row.condition,
    uniqueMark: row.unique_mark,
    preservation: row.preservation,
    confidentiality: row.confidentiality,
    arrival: row.arrival,
    mandate: row.mandate,
    seal: row.seal,
    witness: row.witness,
    providedBy: row.provided_by,
    registeredAt: row.registered_at.toISOString(),
    confirmed: row.confirmed,
    crossExamination: row.cross_examination,
    crossExaminationNo: row.cross_examination_no,
    identityMatches: row.identity_matches,
    identityReason: row.identity_reason,
    bytesVerifiedAt: row.bytes_verified_at?.toISOString() ?? null,
    holder: row.holder,
    place: row.place,
    lastEvent: row.last_kind,
    fileCount: row.file_count,
  }
}

export function shownEvent(row: CustodyRow): CustodyShown {
  return {
    seq: row.seq,
    kind: row.kind,
    from: row.from_name,
    to: row.to_name,
    place: row.place,
    condition: row.condition,
    reason: row.reason,
    happenedAt: row.happened_at.toISOString(),
    recordedBy: row.recorded_name,
    recordedAt: row.recorded_at.toISOString(),
  }
}
