import { command } from '#kernel/command.ts'
import { caseLife } from '#modules/cases/lifecycle.ts'
import { moveCase, unsettledRecusals } from '#modules/cases/module.ts'
import { notify } from '#modules/notices/module.ts'
import { submitForReview as endpoint } from '../contract/draft.ts'
import { contentHash, draftContent } from '../reading/draft-content.ts'
import { draftFacts, lockWork, reviewersOf } from '../reading/workbench.ts'
import { chartRules } from '../rules/chart.ts'
import { draftRules } from '../rules/draft.ts'
import { recusalsSettled } from '../rules/recusals.ts'
import { commentsAnswered, reviewersAssigned } from '../rules/review.ts'
import { leadAppraiser } from '../rules/who.ts'
import { commentsOf, submissionsOf } from '../store.ts'

/** Hands the draft over for review: from here on it stands still, and what was handed over is kept with its hash. */
export const submitForReview = command({
  endpoint,
  async load({ tx, target, actor }) {
    const at = await lockWork(tx, target.id, actor, 'draft')
    return {
      ...at,
      ...(await draftFacts(tx, at)),
      unsettledRecusals: await unsettledRecusals(tx, target.id),
      reviewers: await reviewersOf(tx, target.id),
      comments: await commentsOf(tx, target.id),
      rounds: (await submissionsOf(tx, target.id)).length,
    }
  },
  allow: leadAppraiser,
  fires: { machine: caseLife, event: 'submit-for-review', state: (facts) => facts.case.state },
  rules: [...chartRules, ...draftRules, commentsAnswered, reviewersAssigned, recusalsSettled],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, input, facts, to, actor, now, chance }) {
    const content = await draftContent(tx, input.id)
    const contentSha256 = contentHash(content)
    const round = facts.rounds + 1
    await tx
      .insertInto('opinion_submission')
      .values({
        case_id: input.id,
        round,
        content: JSON.stringify(content),
        content_sha256: contentSha256,
        submitted_by: actor.accountId ?? '',
        submitted_at: now,
      })
      .execute()
    await moveCase(tx, input.id, to)
    for (const { accountId } of facts.reviewers)
      await notify(tx, {
        chance,
        now,
        matter: input.id,
        to: { accountId },
        title: `意见书草稿待复核：${facts.case.title}`,
        body: `${actor.name}提交了第 ${round} 稿，请复核程序和意见。`,
        link: `/app/cases/${input.id}/opinion`,
      })
    return { state: to, round, contentSha256, submittedAt: now.toISOString() }
  },
  record: ({ output }) => ({ round: output.round, contentSha256: output.contentSha256 }),
})
