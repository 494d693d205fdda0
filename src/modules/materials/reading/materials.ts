import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { CustodyRow, MaterialRow, StoredFile } from '../store.ts'
import { type CaseMatter, caseOf } from './matter.ts'

/** What a deed on one material is decided on. */
export interface MaterialFacts {
  readonly material: MaterialRow
  readonly matter: CaseMatter
  /** The last event of the chain: its receiver holds the material now. */
  readonly last: CustodyRow
  /** Every entrusting organisation has confirmed it (T-02). */
  readonly confirmed: boolean
  readonly files: readonly Pick<StoredFile, 'id' | 'sha256' | 'name'>[]
  readonly consented: boolean
  /** This person's promise for this case (T-10). */
  readonly undertaken: boolean
}

/**
 * Loads and locks the case, then its material, always in this order: what people do to materials and what is decided on
 * them all (starting, freezing, issuing) take turns, and two deeds on one material as well.
 */
export async function lockMaterial(tx: Tx, id: string, actor: Actor): Promise<MaterialFacts> {
  const ofCase = tx.selectFrom('case_material').select('case_id').where('id', '=', id)
  await tx.selectFrom('appraisal_case').select('id').where('id', '=', ofCase).forUpdate().executeTakeFirst()
  return lockMaterialAlone(tx, id, actor)
}

/** For a deed that nothing is decided on: the case need not wait for it. */
export async function lockMaterialAlone(tx: Tx, id: string, actor: Actor): Promise<MaterialFacts> {
  const missing = '没有这件材料，或者您无权查看。'
  const material = await tx
    .selectFrom('case_material')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!material) throw new Problem('not-found', missing)
  const matter = await caseOf(tx, material.case_id, actor, missing)
  const last = await lastEvent(tx, id)
  return {
    material,
    matter,
    last,
    confirmed: await isConfirmed(tx, id, matter.entrustingOrganisationId),
    files: await filesOf(tx, [id]),
    consented: (await consentOf(tx, material)) !== undefined,
    undertaken: await hasUndertaken(tx, matter.id, actor.accountId),
  }
}

async function lastEvent(db: ReadDb, materialId: string): Promise<CustodyRow> {
  return db
    .selectFrom('custody_event')
    .selectAll()
    .where('material_id', '=', materialId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

async function isConfirmed(db: ReadDb, materialId: string, clientId: string): Promise<boolean> {
  const row = await db
    .selectFrom('material_confirmation')
    .select('material_id')
    .where('material_id', '=', materialId)
    .where('organisation_id', '=', clientId)
    .executeTakeFirst()
  return row !== undefined
}

/** The last consent of the entrusting side to use the material, or what it was split from, up (T-06). */
export function consentOf(
  db: ReadDb,
  { id, split_from }: Pick<MaterialRow, 'id' | 'split_from'>,
): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('material_consent')
    .select('id')
    .where('material_id', 'in', split_from ? [id, split_from] : [id])
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function hasUndertaken(db: ReadDb, caseId: string, accountId: string | null): Promise<boolean> {
  if (accountId === null) return false
  const row = await db
    .selectFrom('confidentiality_undertaking')
    .select('at')
    .where('case_id', '=', caseId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row !== undefined
}

export async function filesOf(
  db: ReadDb,
  materialIds: readonly string[],
): Promise<(Pick<StoredFile, 'id' | 'sha256' | 'name'> & { material_id: string })[]> {
  if (materialIds.length === 0) return []
  return db
    .selectFrom('material_file')
    .innerJoin('stored_file', 'stored_file.id', 'material_file.file_id')
    .select(['material_file.material_id', 'stored_file.id', 'stored_file.sha256', 'stored_file.name'])
    .where('material_file.material_id', 'in', materialIds)
    .orderBy('stored_file.id')
    .execute()
}

/** Who can be handed material: the institution's people whose accounts are open. */
export function staffOf(db: ReadDb, institutionId: string): Promise<{ accountId: string; name: string }[]> {
  return db
    .selectFrom('account')
    .select(['id as accountId', 'name'])
    .where('organisation_id', '=', institutionId)
    .where('state', '=', 'active')
    .orderBy('name')
    .execute()
}

/** Accounts of those who perform the appraisal now. */
export async function membersOf(db: ReadDb, caseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('case_member')
    .select('account_id')
    .where('case_id', '=', caseId)
    .where('left_at', 'is', null)
    .execute()
  return rows.map(({ account_id }) => account_id)
}
