import { command } from '#kernel/command.ts'
import { followDraw as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { drawnTurn } from '../reading/committed.ts'
import { someoneFollows } from '../rules/answering.ts'
import { moveSession } from '../store.ts'
import { institutionOf, offer } from '../writing/offer.ts'

/** The matter goes to the next in the drawn order. */
export const followDraw = command({
  endpoint,
  load: ({ tx, target, actor }) => drawnTurn(tx, { id: target.id, actor }),
  allow: [{ role: 'system', denial: '由系统办理' }],
  fires: { machine: selectionLife, event: 'follow-draw', state: ({ session }) => session.state },
  rules: [someoneFollows],
  subject: ({ input }) => ({ type: 'selection', id: input.id }),
  async run(work) {
    const { session, offers, next } = work.facts
    if (!next) throw new Error('judged that somebody follows, and nobody does')
    await moveSession(work.tx, session.id, { to: work.to })
    const { institutionId, item } = await institutionOf(work.tx, next.key)
    await offer(
      { ...work, session, before: offers.length },
      {
        key: next.key,
        item,
        institutionId,
        way: 'DRAW',
        place: next.place,
        record: `前一位未承接，按抽出的次序递补第 ${next.place + 1} 位`,
      },
    )
    work.note('turn', { draw: session.id, ...next, answer: 'OFFERED', reason: null })
    return { state: work.to, key: next.key }
  },
})
