import { command } from '#kernel/command.ts'
import { notify } from '#modules/notices/module.ts'
import { voidDraw as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { committedDraw } from '../reading/committed.ts'
import { openingTermPassed } from '../rules/opening.ts'
import { moveSession } from '../store.ts'

/** Not opened in time: the draw is void, in public and under the name of the authority. */
export const voidDraw = command({
  endpoint,
  load: ({ tx, target, actor, now }) => committedDraw(tx, { id: target.id, actor, now }),
  allow: [{ role: 'system', denial: '由系统办理' }],
  fires: { machine: selectionLife, event: 'void-draw', state: ({ session }) => session.state },
  rules: [openingTermPassed],
  subject: ({ input }) => ({ type: 'selection', id: input.id }),
  async run({ tx, facts: { session, draw }, to, now, chance, note }) {
    await moveSession(tx, session.id, { to, endedAt: now })
    note('voided', {
      draw: session.id,
      authority: draw?.logged.authority ?? '',
      openBy: draw?.openBy ?? '',
    })
    await notify(tx, {
      chance,
      now,
      matter: null,
      to: { organisationId: session.organisation_id, role: 'ENTRUSTING_OFFICER' },
      title: `抽签作废：${session.need.title}`,
      body: `抽签没有在 ${draw?.openBy ?? ''} 以前开封，已作废并公开。需要时请写明理由重新遴选。`,
      link: `/app/selections/${session.id}`,
    })
    return { state: to }
  },
})
