import type { Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import type { OpinionValidity } from '#law/terms/opinion-validity.ts'

/** Adds what became of an issued opinion and moves its validity. */
export async function recordChange(
  tx: Tx,
  change: {
    readonly id: string
    readonly opinionId: string
    readonly validity: string
    readonly ground?: string
    readonly text: string
    readonly successor?: string
    readonly actor: Actor
    readonly now: Date
  },
): Promise<{ validity: string; at: string }> {
  const validity = change.validity as OpinionValidity // `to` comes from the validity's own lifecycle table
  await tx
    .insertInto('opinion_change')
    .values({
      id: change.id,
      opinion_id: change.opinionId,
      validity,
      ground: change.ground ?? null,
      text: change.text,
      successor: change.successor ?? '',
      by: change.actor.accountId ?? '',
      by_name: change.actor.name,
      at: change.now,
    })
    .execute()
  await tx
    .updateTable('opinion_document')
    .set({ validity })
    .where('id', '=', change.opinionId)
    .executeTakeFirstOrThrow()
  return { validity, at: change.now.toISOString() }
}
