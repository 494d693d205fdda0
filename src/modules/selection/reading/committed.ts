import { beijingDate } from '#kernel/beijing.ts'
import type { Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { drawOf, lockSession, openingOf } from '../store.ts'
import { publishedSize } from './published-size.ts'

/** What opening and voiding a draw are judged by. */
export async function committedDraw(tx: Tx, at: { id: string; actor: Actor; now: Date }) {
  const found = await lockSession(tx, at.id, at.actor)
  const row = await drawOf(tx, at.id)
  return {
    ...found,
    draw: row && { size: row.size, openBy: row.open_by, commitment: row.commitment, logged: row.draw },
    publishedSize: await publishedSize(tx),
    today: beijingDate(at.now),
  }
}

/** What the next in the drawn order is judged by. */
export async function drawnTurn(tx: Tx, at: { id: string; actor: Actor }) {
  const found = await lockSession(tx, at.id, at.actor)
  const opening = await openingOf(tx, at.id)
  const row = await drawOf(tx, at.id)
  const place = (found.standing?.place ?? -1) + 1
  const key = opening?.drawn[place]
  const next = key === undefined ? undefined : { key, place }
  return { ...found, logged: row?.draw, drawn: opening !== undefined, next }
}
