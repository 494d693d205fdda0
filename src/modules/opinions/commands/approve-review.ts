import { command } from '#kernel/command.ts'
import { caseLife } from '#modules/cases/lifecycle.ts'
import { moveCase } from '#modules/cases/module.ts'
import { notify } from '#modules/notices/module.ts'
import { approve as endpoint } from '../contract/review.ts'
import { contentHash, draftContent } from '../reading/draft-content.ts'
import { lockReview } from '../reading/review-facts.ts'
import { appraisersOf } from '../reading/workbench.ts'
import { commentsClosed, enoughSigned, reviewerNotAuthor, signsRoundOnce } from '../rules/review.ts'
import { assignedReviewer } from '../rules/who.ts'
import { signSheet } from '../writing/sign-sheet.ts'

/** The last reviewer agrees: the opinion as handed over goes to signature and issue. */
export const approveReview = command({
  endpoint,
  load: ({ tx, target, actor, now }) => lockReview(tx, { id: target.id, actor, now }),
  allow: assignedReviewer,
  fires: { machine: caseLife, event: 'approve-review', state: (facts) => facts.case.state },
  rules: [reviewerNotAuthor, commentsClosed, enoughSigned, signsRoundOnce],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, input, facts, to, actor, now, chance }) {
    await signSheet(tx, { caseId: input.id, round: facts.round, actor, now, outcome: 'APPROVED', input })
    await moveCase(tx, input.id, to)
    for (const { accountId } of await appraisersOf(tx, input.id))
      await notify(tx, {
        chance,
        now,
        matter: input.id,
        to: { accountId },
        title: `复核通过：${facts.case.title}`,
        body: `${actor.name}通过了第 ${facts.round} 稿，等待签名和签发。`,
        link: `/app/cases/${input.id}/opinion`,
      })
    const contentSha256 = contentHash(await draftContent(tx, input.id))
    return { state: to, round: facts.round, contentSha256 }
  },
  record: ({ output }) => ({ round: output.round, contentSha256: output.contentSha256 }),
})
