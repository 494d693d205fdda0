import { command } from '#kernel/command.ts'
import { retry as endpoint } from '../contract/issue.ts'
import { opinionLife } from '../lifecycle.ts'
import { lockOpinion } from '../reading/opinion-at.ts'
import { issuerOfCase } from '../rules/issuers.ts'

/** Asks for the document to be set again, where that failed or takes too long. */
export const retryOpinion = command({
  endpoint,
  load: ({ tx, target, actor }) => lockOpinion(tx, target.id, actor),
  allow: issuerOfCase,
  fires: { machine: opinionLife, event: 'retry', state: ({ opinion }) => opinion.state },
  subject: ({ input, facts }) => ({ type: 'opinion', id: input.id, matter: facts.case.id }),
  async run({ tx, input, facts, outbox }) {
    await tx
      .updateTable('opinion_document')
      .set({ render_failure: null })
      .where('id', '=', input.id)
      .executeTakeFirstOrThrow()
    await outbox.send(tx, 'opinion.render', { opinionId: input.id })
    return { state: facts.opinion.state }
  },
})
