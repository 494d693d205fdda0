import type { ColumnType, Selectable } from 'kysely'
import type { ReadDb, Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { Exclusion, SelectionWay } from '#law/terms/selection.ts'
import type { DrawCommitment } from '#verify/draw-evidence.ts'
import type { Need } from './contract/selections.ts'
import type { SelectionState } from './lifecycle.ts'

/** jsonb: written as text, read as the shape that the contract checked before it was stored. */
type Stored<T> = ColumnType<T, string, string>

/** Who may be chosen, as the register named it when the need was described. */
export interface Eligible {
  readonly key: string
  readonly item: string
  readonly institutionId: string
  readonly name: string
  readonly number: string
  readonly region: string
}

export interface Excluded {
  readonly key: string
  readonly name: string
  readonly number: string
  readonly reason: Exclusion
}

/** What the auditor alone may read. */
export interface Cause {
  readonly key: string
  readonly cause: 'LOAD' | 'CONFLICT'
}

declare module '#kernel/tables.ts' {
  interface Tables {
    selection_session: {
      id: string
      state: SelectionState
      organisation_id: string
      described_by: string
      described_at: Date
      case_no: string
      need: Stored<Need>
      ended_at: Date | null
    }
    selection_assessment: {
      session_id: string
      register_size: number
      candidates: Stored<readonly Eligible[]>
      excluded: Stored<readonly Excluded[]>
      causes: Stored<readonly Cause[]>
    }
    selection_draw: {
      session_id: string
      commitment: string
      size: number
      log_index: number
      draw: Stored<DrawCommitment>
      open_by: string
      committed_by: string
      committed_at: Date
    }
    selection_opening: {
      session_id: string
      secret: string
      root: string
      drawn: Stored<readonly string[]>
      opened_by: string
      opened_at: Date
    }
    selection_offer: OfferTable
  }
}

interface OfferTable {
  session_id: string
  no: number
  institution_id: string
  key: string
  item: string
  way: SelectionWay
  place: number | null
  record: string
  offered_at: Date
  answer_by: string
  answer: 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'LAPSED'
  reason: string | null
  explanation: string | null
  answered_by: string | null
  answered_at: Date | null
}

export type OfferRow = Selectable<OfferTable>
export type SessionRow = Awaited<ReturnType<typeof sessionRow>>

const missing = () => new Problem('not-found', '没有这次遴选，或者您无权查看。')

function sessionRow(db: ReadDb, id: string) {
  return sessionRows(db).where('id', '=', id).executeTakeFirst()
}

function sessionRows(db: ReadDb) {
  return db
    .selectFrom('selection_session')
    .select(['id', 'state', 'organisation_id', 'described_by', 'described_at', 'case_no', 'need', 'ended_at'])
}

/** The offers of a session, in their order. */
export function offersOf(db: ReadDb, id: string): Promise<OfferRow[]> {
  return db.selectFrom('selection_offer').selectAll().where('session_id', '=', id).orderBy('no').execute()
}

/** Who in an institution reads and answers what it is offered. */
export const front: readonly string[] = ['INTAKE_CLERK', 'INSTITUTION_ADMIN', 'INSTITUTION_HEAD']

/** Whether the person sees it: the authority's own officers, the auditor, the system; the office of an institution to which it was offered. */
export function sideOf(
  actor: Actor,
  session: { readonly organisation_id: string },
  offers: readonly Pick<OfferRow, 'institution_id'>[],
): 'authority' | 'auditor' | 'institution' | undefined {
  if (actor.kind === 'system' || actor.roles.includes('AUDITOR')) return 'auditor'
  if (actor.organisationId === session.organisation_id) return 'authority'
  const offered = offers.some(({ institution_id }) => institution_id === actor.organisationId)
  return offered && actor.roles.some((role) => front.includes(role)) ? 'institution' : undefined
}

/** Loads and locks a session for a deed, with its offers; what the actor may not see does not exist for him. */
export async function lockSession(tx: Tx, id: string, actor: Actor) {
  const session = await sessionRows(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  const offers = await offersOf(tx, id)
  if (!session || !sideOf(actor, session, offers)) throw missing()
  return { session, offers, standing: offers.at(-1) }
}

/** A session that the actor may see, for a question. */
export async function visibleSession(db: ReadDb, id: string, actor: Actor) {
  const session = await sessionRow(db, id)
  const offers = await offersOf(db, id)
  const side = session && sideOf(actor, session, offers)
  if (!session || !side) throw missing()
  return { session, offers, side }
}

export async function assessmentOf(db: ReadDb, id: string) {
  return db
    .selectFrom('selection_assessment')
    .select(['register_size', 'candidates', 'excluded', 'causes'])
    .where('session_id', '=', id)
    .executeTakeFirstOrThrow()
}

export function drawOf(db: ReadDb, id: string) {
  return db
    .selectFrom('selection_draw')
    .select(['commitment', 'size', 'log_index', 'draw', 'open_by', 'committed_at'])
    .where('session_id', '=', id)
    .executeTakeFirst()
}

export function openingOf(db: ReadDb, id: string) {
  return db
    .selectFrom('selection_opening')
    .select(['secret', 'root', 'drawn', 'opened_at'])
    .where('session_id', '=', id)
    .executeTakeFirst()
}

/** Moves a session; the pipeline has checked the event, the row is locked. */
export async function moveSession(
  tx: Tx,
  id: string,
  { to, endedAt = null }: { readonly to: string; readonly endedAt?: Date | null },
): Promise<void> {
  const state = to as SelectionState // `to` comes from the selection's own lifecycle table
  await tx
    .updateTable('selection_session')
    .set({ state, ended_at: endedAt })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
