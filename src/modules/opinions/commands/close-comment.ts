import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { closeComment as endpoint } from '../contract/review.ts'
import { lockReview } from '../reading/review-facts.ts'
import { assignedReviewer, underReview } from '../rules/who.ts'
import { lockComment } from '../writing/lock-comment.ts'

/** A reviewer is satisfied, or withdraws the comment. */
export const closeComment = command({
  endpoint,
  load: ({ tx, target, actor, now }) => lockReview(tx, { id: target.id, actor, now }),
  allow: assignedReviewer,
  rules: [underReview],
  async consider({ tx, input }) {
    const comment = await lockComment(tx, input)
    if (comment.closed_at) throw new Problem('wrong-state', '这条复核意见已经关闭。')
    return { comment }
  },
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, input, actor, now }) {
    await tx
      .updateTable('opinion_review_comment')
      .set({ closed_by: actor.accountId, closed_at: now })
      .where('id', '=', input.commentId)
      .executeTakeFirstOrThrow()
    return { closedAt: now.toISOString() }
  },
})
