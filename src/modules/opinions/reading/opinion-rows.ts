import { type ColumnType, type Selectable, sql } from 'kysely'
import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import { Problem } from '#kernel/problem.ts'
import type { DeliveryMethod } from '#law/terms/commission-form.ts'
import type { OpinionValidity } from '#law/terms/opinion-validity.ts'
import type { WrappedKey } from '../contract/keys.ts'
import type { opinionLife, signingKeyLife } from '../lifecycle.ts'

type Stored<T> = ColumnType<T, string, string>

/** Who signs, in the order of the fields appraiser-1, appraiser-2 … */
export interface Signatory {
  readonly accountId: string
  readonly name: string
  readonly field: string
}

export interface OpinionTable {
  id: string
  state: keyof typeof opinionLife.states
  validity: OpinionValidity
  case_id: string
  institution_id: string
  year: number
  serial: number
  no: string
  verification_code: string
  /** The exact text that was logged and is attached to the file. */
  manifest: string
  manifest_sha256: string
  signatories: Stored<readonly Signatory[]>
  frozen_by: string
  frozen_at: Date
  render_failure: string | null
  pages: number | null
  rendered_sha256: string | null
  /** The newest file: rendered, then with each signature. */
  file_sha256: string | null
  issued_by: string | null
  issued_at: Date | null
  voided_by: string | null
  voided_at: Date | null
  void_reason: string | null
}
export type OpinionRow = Selectable<OpinionTable>

export interface SignatureTable {
  opinion_id: string
  field: string
  kind: 'person' | 'seal'
  account_id: string
  name: string
  key_id: string
  signed_at: Date
  base_sha256: string
  file_sha256: string
}

export interface SigningKeyTable {
  id: string
  state: keyof typeof signingKeyLife.states
  kind: 'person' | 'seal'
  account_id: string
  institution_id: string
  name: string
  /** DER certificates as base64, the holder's first. */
  chain: Stored<readonly string[]>
  certificate_sha256: string
  wrapped: Stored<WrappedKey>
  authority: string
  demonstration: boolean
  registered_at: Date
  revoked_at: Date | null
  revoke_reason: string | null
}

declare module '#kernel/tables.ts' {
  interface Tables {
    opinion_document: OpinionTable
    opinion_signature: SignatureTable
    opinion_signing_key: SigningKeyTable
    opinion_key_challenge: { account_id: string; challenge: string | null; asked_at: Date }
    opinion_delivery: {
      id: string
      opinion_id: string
      recipient: string
      method: DeliveryMethod
      receipt: string
      delivered_by: string
      delivered_at: Date
      acknowledged_by: string | null
      acknowledged_at: Date | null
    }
    opinion_change: {
      id: string
      opinion_id: string
      validity: OpinionValidity
      ground: string | null
      text: string
      successor: string
      by: string
      by_name: string
      at: Date
    }
  }
}

export async function opinionById(db: ReadDb, id: string): Promise<OpinionRow> {
  const row = await db.selectFrom('opinion_document').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem('not-found', '没有这份鉴定意见书，或者您无权查看。')
  return row
}

/** The frozen or issued opinion of a case; a case has at most one that is not void. */
export function livingOpinion(db: ReadDb, caseId: string): Promise<OpinionRow | undefined> {
  return db
    .selectFrom('opinion_document')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', '!=', 'VOIDED')
    .executeTakeFirst()
}

export interface MadeSignature extends Selectable<SignatureTable> {
  readonly key_state: keyof typeof signingKeyLife.states
}

/** In the order in which they were made. */
export function signaturesOf(db: ReadDb, opinionId: string): Promise<readonly MadeSignature[]> {
  return db
    .selectFrom('opinion_signature')
    .innerJoin('opinion_signing_key', 'opinion_signing_key.id', 'key_id')
    .selectAll('opinion_signature')
    .select('opinion_signing_key.state as key_state')
    .where('opinion_id', '=', opinionId)
    .orderBy('signed_at')
    .orderBy('field')
    .execute()
}

export function activeKey(db: ReadDb, accountId: string | null, kind: 'person' | 'seal') {
  return db
    .selectFrom('opinion_signing_key')
    .selectAll()
    .where('account_id', '=', accountId ?? '00000000-0000-0000-0000-000000000000')
    .where('kind', '=', kind)
    .where('state', '=', 'ACTIVE')
    .executeTakeFirst()
}

/**
 * Locks the keys that a deed rests on, those in the opinion and the person's own: a revocation that committed before is
 * seen, one that comes later waits. Taken after the opinion and in one order, so that nobody waits in a circle.
 */
export async function lockKeys(tx: Tx, opinionId: string, accountId: string | null): Promise<void> {
  await tx
    .selectFrom('opinion_signing_key')
    .select('id')
    .where(({ or, and, eb, selectFrom }) =>
      or([
        eb('id', 'in', selectFrom('opinion_signature').select('key_id').where('opinion_id', '=', opinionId)),
        and([
          eb('account_id', '=', accountId ?? '00000000-0000-0000-0000-000000000000'),
          eb('state', '=', 'ACTIVE'),
        ]),
      ]),
    )
    .orderBy('id')
    .forShare()
    .execute()
}

/** The trace index of the entry that a deed left about this subject at that very time. */
export async function entryOf(
  db: ReadDb,
  entry: { readonly op: string; readonly at: Date; readonly subject: string },
): Promise<number> {
  const { index } = await db
    .selectFrom('log_entry')
    .innerJoin('log_payload', 'log_payload.index', 'log_entry.index')
    .select('log_entry.index')
    .where('log_entry.at', '=', entry.at)
    .where('op', '=', entry.op)
    .where(sql<string>`fields->'subject'->>'id'`, '=', entry.subject)
    .executeTakeFirstOrThrow()
  return index
}
