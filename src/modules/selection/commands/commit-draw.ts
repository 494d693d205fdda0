import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { addWorkingDays } from '#law/working-days/count.ts'
import { nextIndex } from '#log/next-index.ts'
import { commitDraw as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { committed } from '../reading/public-list.ts'
import { drawnOrderBinds, enoughCandidates, secretUnused } from '../rules/choosing.ts'
import { authorityOfSelection } from '../rules/who.ts'
import { moveSession } from '../store.ts'
import { assessedAgain, choosing } from '../writing/choose.ts'

/**
 * The size that a draw names lies so many entries beyond its own entry: more than none, so that the root is not settled when the
 * list and the hash of the secret are; few, so that opening need not wait.
 */
const entriesAfterCommitment = 2

/** Lays down in the log everything that decides the draw but the secret, of which it knows the hash alone. */
export const commitDraw = command({
  endpoint,
  load: ({ tx, target, actor }) => choosing(tx, { id: target.id, actor }),
  allow: authorityOfSelection,
  fires: { machine: selectionLife, event: 'commit-draw', state: ({ session }) => session.state },
  rules: [drawnOrderBinds],
  async consider({ tx, facts, input, now }) {
    const used = await tx
      .selectFrom('selection_draw')
      .select('session_id')
      .where('commitment', '=', input.commitment)
      .executeTakeFirst()
    return {
      ...(await assessedAgain(tx, { facts, now })),
      used: used !== undefined,
      least: parameterAt('draw-candidates', beijingDate(now)).value,
    }
  },
  formRules: [enoughCandidates, secretUnused],
  subject: ({ input }) => ({ type: 'selection', id: input.id }),
  async run({ tx, input, facts: { session }, more: { assessed }, actor, now, today, to, outbox, note }) {
    const openBy = addWorkingDays(today, parameterAt('draw-opening', today).value).date
    await moveSession(tx, session.id, { to })
    await outbox.send(tx, 'selection.advance', { id: session.id })
    const logIndex = await nextIndex(tx)
    const size = logIndex + 1 + entriesAfterCommitment
    const draw = committed({
      id: session.id,
      authority: actor.organisation,
      need: session.need,
      assessed,
      commitment: input.commitment,
      size,
      openBy,
    })
    note('draw', draw)
    note(
      'causes',
      assessed.causes.map(({ key, cause }) => ({ key, cause })),
    )
    await tx
      .insertInto('selection_draw')
      .values({
        session_id: session.id,
        commitment: input.commitment,
        size,
        log_index: logIndex,
        draw: JSON.stringify(draw),
        open_by: openBy,
        committed_by: actor.accountId ?? '',
        committed_at: now,
      })
      .execute()
    return { state: to, size, openBy }
  },
})
