import type { Chance, Outbox, Tx } from '#kernel/capabilities.ts'
import type { Json } from '#kernel/json.ts'
import { notify } from '#modules/notices/module.ts'
import { moveSession, type OfferRow, type SessionRow } from '../store.ts'

interface Answering {
  readonly tx: Tx
  readonly chance: Chance
  readonly outbox: Outbox
  readonly now: Date
  readonly to: string
  readonly actor: { readonly accountId: string | null; readonly organisation: string }
  readonly facts: {
    readonly session: NonNullable<SessionRow>
    readonly standing: OfferRow | undefined
  }
  note(field: string, value: Json): void
}

interface Given {
  readonly answer: 'ACCEPTED' | 'DECLINED' | 'LAPSED'
  readonly reason: string | null
  readonly explanation: string | null
  /** What the authority is told. */
  readonly title: string
  readonly body: string
}

/** Keeps an answer, tells the authority, says it in public where it belongs to a draw, and lets the next follow. */
export async function answer(work: Answering, given: Given): Promise<{ state: string }> {
  const { tx, chance, outbox, now, to, actor, facts, note } = work
  const { session, standing } = facts
  if (!standing) throw new Error('an answer to no offer')
  const { answer: said, reason, explanation } = given
  await tx
    .updateTable('selection_offer')
    .set({ answer: said, reason, explanation, answered_by: actor.accountId, answered_at: now })
    .where('session_id', '=', session.id)
    .where('no', '=', standing.no)
    .executeTakeFirstOrThrow()
  await moveSession(tx, session.id, { to, endedAt: said === 'ACCEPTED' ? now : null })
  if (standing.place !== null)
    note('turn', { draw: session.id, place: standing.place, key: standing.key, answer: said, reason })
  if (said !== 'ACCEPTED') await outbox.send(tx, 'selection.follow', { id: session.id })
  await notify(tx, {
    chance,
    now,
    matter: null,
    to: { organisationId: session.organisation_id, role: 'ENTRUSTING_OFFICER' },
    title: `${given.title}：${session.need.title}`,
    body: given.body,
    link: `/app/selections/${session.id}`,
  })
  return { state: to }
}
