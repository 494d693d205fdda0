import { type ExpressionBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { Tables } from '#kernel/tables.ts'
import type { StoredFileShown } from '../contract/files.ts'
import type { StoredFile } from '../store.ts'
import { type Matter, matterOf } from './matter.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** The file as stored, if the actor or his organisation uploaded it; undefined for everything else. */
export function fileOf(db: ReadDb, fileId: string, actor: Actor): Promise<StoredFile | undefined> {
  return db
    .selectFrom('stored_file')
    .selectAll()
    .where('id', '=', fileId)
    .where('organisation_id', '=', actor.organisationId ?? nobody)
    .executeTakeFirst()
}

export interface VisibleFile {
  readonly file: StoredFile
  readonly matter: Matter | undefined
}

/**
 * A file that the actor may see: sent by himself, of a matter that he may see, or of no matter and his organisation's.
 * Otherwise it does not exist.
 */
export async function visibleFile(db: ReadDb, fileId: string, actor: Actor): Promise<VisibleFile> {
  const missing = new Problem('not-found', '没有这个文件，或者您无权查看。')
  const file = await db.selectFrom('stored_file').selectAll().where('id', '=', fileId).executeTakeFirst()
  if (!file) throw missing
  const matter = file.matter ? await matterOf(db, file.matter, actor) : undefined
  const own =
    file.organisation_id === actor.organisationId &&
    (file.matter === null || file.uploaded_by === actor.accountId)
  if (!own && !(matter && ofSide(file, matter))) throw missing
  return { file, matter }
}

/** A stranger cannot put a file into somebody's case by naming its id. */
export function ofSide(file: Pick<StoredFile, 'organisation_id'>, matter: Matter): boolean {
  return [matter.institutionId, matter.entrustingOrganisationId].includes(file.organisation_id)
}

/** Files as shown, with who sent them and the entry that registered them. */
export function shownFiles(db: ReadDb) {
  return db
    .selectFrom('stored_file')
    .innerJoin('account', 'account.id', 'stored_file.uploaded_by')
    .innerJoin('organisation', 'organisation.id', 'stored_file.organisation_id')
    .select(['stored_file.id', 'stored_file.name', 'sha256', 'size', 'media_type', 'received_at'])
    .select(['account.name as uploadedBy', 'organisation.name as organisation'])
    .select((eb) => registeredIn(eb).as('traceIndex'))
}

function registeredIn(eb: ExpressionBuilder<Tables, 'stored_file'>) {
  return eb
    .selectFrom('log_payload')
    .innerJoin('log_entry', 'log_entry.index', 'log_payload.index')
    .select('log_entry.index')
    .where(sql`log_payload.fields->'subject'->>'type'`, '=', 'file')
    .where(sql`log_payload.fields->'subject'->>'id'`, '=', sql`stored_file.id::text`)
    .where('log_entry.op', '=', 'file.register')
    .orderBy('log_entry.index')
    .limit(1)
}

export function shownFile(row: {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly media_type: string
  readonly received_at: Date
  readonly uploadedBy: string
  readonly organisation: string
  readonly traceIndex: number | null
}): StoredFileShown {
  const { media_type: mediaType, received_at, ...rest } = row
  return { ...rest, mediaType, receivedAt: received_at.toISOString() }
}

/** Makes a file that was uploaded before its matter was named one of that matter's: both sides then see it. */
export async function attachFile(
  tx: Tx,
  { fileId, matter }: { fileId: string; matter: string },
): Promise<void> {
  await tx
    .updateTable('stored_file')
    .set({ matter })
    .where('id', '=', fileId)
    .where('matter', 'is', null)
    .execute()
}
