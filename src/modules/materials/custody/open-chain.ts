import type { Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import type { Confidentiality } from '#law/terms/confidentiality.ts'
import type { MaterialArrival, MaterialCondition, MaterialKind } from '#law/terms/material.ts'
import type { MaterialRow } from '../store.ts'

interface Described {
  readonly name: string
  readonly kind: MaterialKind
  readonly quantity: string
  readonly condition: MaterialCondition
  readonly uniqueMark: string
  readonly preservation: string
  readonly confidentiality: Confidentiality
  readonly arrival: MaterialArrival
  readonly mandate: string
  readonly seal: string
  readonly collectedBy: readonly string[]
  readonly witness: string
  readonly providedBy: string
  readonly fileIds: readonly string[]
}

interface NewMaterial {
  readonly id: string
  readonly caseId: string
  /** The material that this is a part of: what was confirmed, examined and compared of it holds of the part. */
  readonly splitFrom: MaterialRow | null
  readonly described: Described
  readonly profile: string
  readonly actor: Actor
  readonly now: Date
  readonly first: {
    readonly from: string
    readonly reason: string
    readonly happenedAt: Date
    /** Who has it at first; whoever registers it, unless said otherwise. */
    readonly holder?: { readonly name: string; readonly accountId: string | null; readonly place: string }
  }
}

/** Writes a material and the first link of its chain; returns its number within the case. */
export async function insertMaterial(tx: Tx, material: NewMaterial): Promise<number> {
  const { id, described, splitFrom, actor, now, first } = material
  const no = await nextNo(tx, material.caseId)
  await tx
    .insertInto('case_material')
    .values({
      id,
      case_id: material.caseId,
      no,
      split_from: splitFrom?.id ?? null,
      name: described.name,
      kind: described.kind,
      quantity: described.quantity,
      condition: described.condition,
      unique_mark: described.uniqueMark,
      preservation: described.preservation,
      confidentiality: described.confidentiality,
      arrival: described.arrival,
      mandate: described.mandate,
      seal: described.seal,
      collected_by: [...described.collectedBy],
      witness: described.witness,
      provided_by: described.providedBy,
      registered_by: actor.accountId ?? '',
      registered_at: now,
      cross_examination:
        splitFrom?.cross_examination ?? (material.profile === 'COURT_CIVIL' ? 'PENDING' : 'NOT_REQUIRED'),
      cross_examination_no: splitFrom?.cross_examination_no ?? '',
      identity_matches: splitFrom?.identity_matches ?? null,
      identity_checked_by: splitFrom?.identity_checked_by ?? null,
      identity_checked_at: splitFrom?.identity_checked_at ?? null,
      identity_reason: splitFrom?.identity_reason ?? null,
      identity_photo: splitFrom?.identity_photo ?? null,
      bytes_verified_at: null,
    })
    .execute()
  if (described.fileIds.length > 0)
    await tx
      .insertInto('material_file')
      .values(described.fileIds.map((file_id) => ({ material_id: id, file_id })))
      .execute()
  if (splitFrom) await copyConfirmations(tx, splitFrom.id, id)
  await tx
    .insertInto('custody_event')
    .values({
      material_id: id,
      seq: 1,
      kind: 'RECEIVED',
      from_name: first.from,
      from_account: null,
      to_name: first.holder?.name ?? actor.name,
      to_account: first.holder ? first.holder.accountId : actor.accountId,
      place: first.holder?.place ?? described.preservation,
      condition: described.condition,
      reason: first.reason,
      consent_id: null,
      happened_at: first.happenedAt,
      recorded_by: actor.accountId ?? '',
      recorded_name: actor.name,
      recorded_at: now,
    })
    .execute()
  return no
}

/** Numbers run through a case without gaps; the lock on the case keeps two arrivals apart. */
async function nextNo(tx: Tx, caseId: string): Promise<number> {
  await tx.selectFrom('appraisal_case').select('id').where('id', '=', caseId).forUpdate().executeTakeFirst()
  const { last } = await tx
    .selectFrom('case_material')
    .select(({ fn }) => fn.max<number | null>('no').as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

async function copyConfirmations(tx: Tx, from: string, to: string): Promise<void> {
  const rows = await tx
    .selectFrom('material_confirmation')
    .select(['organisation_id', 'confirmed_by', 'at'])
    .where('material_id', '=', from)
    .execute()
  if (rows.length === 0) return
  await tx
    .insertInto('material_confirmation')
    .values(rows.map((row) => ({ ...row, material_id: to })))
    .execute()
}
