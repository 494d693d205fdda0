import { command } from '#kernel/command.ts'
import { notify } from '#modules/notices/module.ts'
import { exhaustDraw as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { drawnTurn } from '../reading/committed.ts'
import { nobodyFollows } from '../rules/answering.ts'
import { moveSession } from '../store.ts'

/** Everyone in the drawn order declined: the selection ends without an institution. */
export const exhaustDraw = command({
  endpoint,
  load: ({ tx, target, actor }) => drawnTurn(tx, { id: target.id, actor }),
  allow: [{ role: 'system', denial: '由系统办理' }],
  fires: { machine: selectionLife, event: 'exhaust-draw', state: ({ session }) => session.state },
  rules: [nobodyFollows],
  subject: ({ input }) => ({ type: 'selection', id: input.id }),
  async run({ tx, facts: { session }, to, now, chance }) {
    await moveSession(tx, session.id, { to, endedAt: now })
    await notify(tx, {
      chance,
      now,
      matter: null,
      to: { organisationId: session.organisation_id, role: 'ENTRUSTING_OFFICER' },
      title: `候选机构均未承接：${session.need.title}`,
      body: '抽出的次序已经用尽。可以写明理由重新遴选，例如放宽地区或技术领域。',
      link: `/app/selections/${session.id}`,
    })
    return { state: to }
  },
})
