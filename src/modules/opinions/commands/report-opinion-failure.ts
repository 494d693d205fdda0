import { command } from '#kernel/command.ts'
import { notify } from '#modules/notices/module.ts'
import { reportRenderFailure as endpoint } from '../contract/issue.ts'
import { opinionLife } from '../lifecycle.ts'
import { lockOpinion } from '../reading/opinion-at.ts'

/** The document could not be set: the issuer is told (whoever froze it, where none was named), and may try again or return it. */
export const reportFailure = command({
  endpoint,
  load: ({ tx, target, actor }) => lockOpinion(tx, target.id, actor),
  allow: [{ role: 'system', denial: '由系统办理' }],
  fires: { machine: opinionLife, event: 'retry', state: ({ opinion }) => opinion.state },
  subject: ({ input, facts }) => ({ type: 'opinion', id: input.id, matter: facts.case.id }),
  async run({ tx, input, facts, now, chance }) {
    await tx
      .updateTable('opinion_document')
      .set({ render_failure: input.says })
      .where('id', '=', input.id)
      .executeTakeFirstOrThrow()
    await notify(tx, {
      chance,
      now,
      matter: facts.case.id,
      to: { accountId: facts.issuer ?? facts.opinion.frozen_by },
      title: `意见书没有成文：${facts.case.title}`,
      body: `${facts.opinion.no}：${input.says}。请重新成文，或者退回拟稿。`,
      link: `/app/cases/${facts.case.id}/signing`,
    })
    return { state: facts.opinion.state }
  },
})
