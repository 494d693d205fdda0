import { z } from 'zod'
import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Desk, Job } from '#kernel/command.ts'
import { sequencedEntries } from '#log/next-index.ts'
import { advanceDraw } from '../commands/advance-draw.ts'
import { exhaustDraw } from '../commands/exhaust-draw.ts'
import { followDraw } from '../commands/follow-draw.ts'
import { lapseOffer } from '../commands/lapse-offer.ts'
import { voidDraw } from '../commands/void-draw.ts'
import { drawOf, offersOf, openingOf } from '../store.ts'

const order = z.object({ id: z.uuid() })

/** Brings the log to the size that a draw waits for, where nobody else does. */
export const advanceToRoot: Job = {
  name: 'selection.advance',
  async run({ payload, db, desk }) {
    await advance(db, desk, order.parse(payload).id)
  },
}

/** Passes a declined matter on to the next in the drawn order, or ends the draw. */
export const followOrder: Job = {
  name: 'selection.follow',
  async run({ payload, db, desk }) {
    await follow(db, desk, order.parse(payload).id)
  },
}

/** Terms that have passed, and whatever an interrupted job has left undone. */
export const tendSelections: Job = {
  name: 'selection.tend',
  recurring: true,
  async run({ db, desk, now }) {
    const today = beijingDate(now)
    const rows = await db
      .selectFrom('selection_session as s')
      .leftJoin('selection_draw as d', 'd.session_id', 's.id')
      .leftJoin('selection_offer as o', (join) =>
        join.onRef('o.session_id', '=', 's.id').on('o.answer', '=', 'PENDING'),
      )
      .select(['s.id', 's.state', 'd.open_by', 'o.answer_by'])
      .where('s.ended_at', 'is', null)
      .where('s.state', 'in', ['COMMITTED', 'OFFERED', 'DECLINED'])
      .orderBy('s.described_at')
      .execute()
    for (const { id, state, open_by, answer_by } of rows) {
      if (state === 'COMMITTED' && open_by !== null && open_by < today) await desk.act(voidDraw, { id })
      else if (state === 'COMMITTED') await advance(db, desk, id)
      if (state === 'OFFERED' && answer_by !== null && answer_by < today) await desk.act(lapseOffer, { id })
      if (state === 'DECLINED') await follow(db, desk, id)
    }
  },
}

async function stateOf(db: ReadDb, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('selection_session').select('state').where('id', '=', id).executeTakeFirst()
  return row?.state
}

async function advance(db: ReadDb, desk: Desk, id: string): Promise<void> {
  const size = (await drawOf(db, id))?.size ?? 0
  while ((await sequencedEntries(db)) < size && (await stateOf(db, id)) === 'COMMITTED')
    await desk.act(advanceDraw, { id })
}

async function follow(db: ReadDb, desk: Desk, id: string): Promise<void> {
  const opening = await openingOf(db, id)
  if (!opening || (await stateOf(db, id)) !== 'DECLINED') return
  const place = (await offersOf(db, id)).at(-1)?.place ?? -1
  if (place + 1 < opening.drawn.length) await desk.act(followDraw, { id })
  else await desk.act(exhaustDraw, { id })
}
