import { command } from '#kernel/command.ts'
import { notify } from '#modules/notices/module.ts'
import { attachRendering as endpoint } from '../contract/issue.ts'
import { opinionLife } from '../lifecycle.ts'
import { lockOpinion } from '../reading/opinion-at.ts'

/** The program itself lays the rendered file down; from here on it waits for the appraisers. */
export const attachRendering = command({
  endpoint,
  load: ({ tx, target, actor }) => lockOpinion(tx, target.id, actor),
  allow: [{ role: 'system', denial: '由系统办理' }],
  fires: { machine: opinionLife, event: 'attach-rendering', state: ({ opinion }) => opinion.state },
  subject: ({ input, facts }) => ({ type: 'opinion', id: input.id, matter: facts.case.id }),
  async run({ tx, input, facts, now, chance }) {
    await tx
      .updateTable('opinion_document')
      .set({
        state: 'SIGNING',
        pages: input.pages,
        rendered_sha256: input.sha256,
        file_sha256: input.sha256,
        render_failure: null,
      })
      .where('id', '=', input.id)
      .executeTakeFirstOrThrow()
    for (const { accountId } of facts.opinion.signatories)
      await notify(tx, {
        chance,
        now,
        matter: facts.case.id,
        to: { accountId },
        title: `意见书待您签名：${facts.case.title}`,
        body: `${facts.opinion.no}已定稿，请逐页查看后签名。`,
        link: `/app/cases/${facts.case.id}/signing`,
      })
    return { state: 'SIGNING' }
  },
})
