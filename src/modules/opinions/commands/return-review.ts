import { command } from '#kernel/command.ts'
import { caseLife } from '#modules/cases/lifecycle.ts'
import { moveCase } from '#modules/cases/module.ts'
import { notify } from '#modules/notices/module.ts'
import { returnDraft as endpoint } from '../contract/review.ts'
import { lockReview } from '../reading/review-facts.ts'
import { appraisersOf } from '../reading/workbench.ts'
import { reviewerNotAuthor, signsRoundOnce, someCommentOpen } from '../rules/review.ts'
import { assignedReviewer } from '../rules/who.ts'
import { signSheet } from '../writing/sign-sheet.ts'

/** Sends the draft back with its open comments; the appraisers answer each and hand over the next round. */
export const returnReview = command({
  endpoint,
  load: ({ tx, target, actor, now }) => lockReview(tx, { id: target.id, actor, now }),
  allow: assignedReviewer,
  fires: { machine: caseLife, event: 'return-draft', state: (facts) => facts.case.state },
  rules: [reviewerNotAuthor, someCommentOpen, signsRoundOnce],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, input, facts, to, actor, now, chance }) {
    await signSheet(tx, { caseId: input.id, round: facts.round, actor, now, outcome: 'RETURNED', input })
    await moveCase(tx, input.id, to)
    for (const { accountId } of await appraisersOf(tx, input.id))
      await notify(tx, {
        chance,
        now,
        matter: input.id,
        to: { accountId },
        title: `复核退回修改：${facts.case.title}`,
        body: `${actor.name}退回了第 ${facts.round} 稿：${input.technicalView}`,
        link: `/app/cases/${input.id}/opinion`,
      })
    return { state: to, round: facts.round }
  },
  record: ({ output }) => ({ round: output.round }),
})
