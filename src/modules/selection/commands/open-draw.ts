import { createHash } from 'node:crypto'
import { command } from '#kernel/command.ts'
import { toBase64 } from '#log/core/base64.ts'
import { sha256 } from '#log/node-hash.ts'
import { rootAt } from '#log/prove.ts'
import { bytes32, drawnOrder, drawSeed } from '#verify/draw-order.ts'
import { openDraw as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { committedDraw } from '../reading/committed.ts'
import { rootPublished, secretMatches, withinOpeningTerm } from '../rules/opening.ts'
import { authorityOfSelection } from '../rules/who.ts'
import { moveSession } from '../store.ts'
import { institutionOf, offer } from '../writing/offer.ts'

/** The secret is laid open; with the root that nobody knew it gives the order, and the first in it gets the offer. */
export const openDraw = command({
  endpoint,
  load: ({ tx, target, actor, now }) => committedDraw(tx, { id: target.id, actor, now }),
  allow: authorityOfSelection,
  fires: { machine: selectionLife, event: 'open-draw', state: ({ session }) => session.state },
  rules: [rootPublished, withinOpeningTerm],
  consider: async ({ input }) => ({
    secretSha256: createHash('sha256').update(Buffer.from(input.secret, 'hex')).digest('hex'),
  }),
  formRules: [secretMatches],
  subject: ({ input }) => ({ type: 'selection', id: input.id }),
  async run(work) {
    const { tx, input, facts, actor, now, to, note } = work
    const { session, offers, draw } = facts
    const secret = bytes32(input.secret)
    if (!draw || !secret) throw new Error('opened without a commitment or a secret')
    const root = await rootAt(tx, draw.size)
    const keys = draw.logged.candidates.map(({ key }) => key)
    const drawn = drawnOrder(sha256, drawSeed(sha256, { root, secret }), keys)
    const [picked] = drawn
    if (picked === undefined) throw new Error('a draw among nobody')
    await tx
      .insertInto('selection_opening')
      .values({
        session_id: session.id,
        secret: input.secret,
        root: toBase64(root),
        drawn: JSON.stringify(drawn),
        opened_by: actor.accountId ?? '',
        opened_at: now,
      })
      .execute()
    await moveSession(tx, session.id, { to })
    const { institutionId, item } = await institutionOf(tx, picked)
    const { answerBy } = await offer(
      { ...work, session, before: offers.length },
      { key: picked, item, institutionId, way: 'DRAW', place: 0, record: '公开抽签首位' },
    )
    note('opening', { draw: session.id, secret: input.secret, picked })
    return { state: to, picked, answerBy }
  },
})
