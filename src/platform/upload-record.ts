import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '#kernel/tables.ts'
import type { Announcement } from './upload-announcement.ts'

export interface UploadTable {
  id: string
  account_id: string
  organisation_id: string
  matter: string | null
  name: string
  size: number
  announced_sha256: string
  begun_at: Date
  touched_at: Date
  stored_sha256: string | null
  media_type: string | null
  discarded_at: Date | null
}

declare module '#kernel/tables.ts' {
  interface Tables {
    upload: UploadTable
  }
}

export type UploadRow = Selectable<UploadTable>

/** What the upload server alone writes: who is sending what, and what the bytes turned out to be. */
export function uploadRecords(db: Kysely<Tables>) {
  return {
    async begin(upload: Announcement & { id: string; accountId: string; organisationId: string; now: Date }) {
      const { id, accountId: account_id, organisationId: organisation_id, now, sha256, ...rest } = upload
      const values = {
        id,
        account_id,
        organisation_id,
        announced_sha256: sha256,
        begun_at: now,
        touched_at: now,
      }
      await db
        .insertInto('upload')
        .values({ ...rest, ...values, stored_sha256: null, media_type: null, discarded_at: null })
        .execute()
    },

    /** The upload, if it is this person's and still lives. */
    own: (id: string, accountId: string): Promise<UploadRow | undefined> =>
      db
        .selectFrom('upload')
        .selectAll()
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .where('discarded_at', 'is', null)
        .executeTakeFirst(),

    async touch(id: string, now: Date) {
      await db.updateTable('upload').set({ touched_at: now }).where('id', '=', id).execute()
    },

    async keepHash(id: string, found: { stored_sha256: string; media_type: string }) {
      await db.updateTable('upload').set(found).where('id', '=', id).execute()
    },

    async discard(id: string, now: Date) {
      await db.updateTable('upload').set({ discarded_at: now }).where('id', '=', id).execute()
    },

    /** Bytes that an organisation keeps here or has announced. */
    async bytesOf(organisationId: string): Promise<number> {
      const { bytes } = await db
        .selectFrom('upload')
        .select(({ fn }) => fn.sum<string | null>('size').as('bytes'))
        .where('organisation_id', '=', organisationId)
        .where('discarded_at', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(bytes ?? 0)
    },

    silentSince: (before: Date): Promise<{ id: string }[]> =>
      db
        .selectFrom('upload')
        .select('id')
        .where('touched_at', '<', before)
        .where('stored_sha256', 'is', null)
        .where('discarded_at', 'is', null)
        .execute(),
  }
}
