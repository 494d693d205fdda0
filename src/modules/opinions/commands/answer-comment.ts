import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { answerComment as endpoint } from '../contract/review.ts'
import { lockReview } from '../reading/review-facts.ts'
import { draftOpen, leadAppraiser } from '../rules/who.ts'
import { lockComment } from '../writing/lock-comment.ts'

/** The lead appraiser says how a comment was met, or why not; until it is closed he may say it better. */
export const answerComment = command({
  endpoint,
  load: ({ tx, target, actor, now }) => lockReview(tx, { id: target.id, actor, now }),
  allow: leadAppraiser,
  rules: [draftOpen],
  async consider({ tx, input }) {
    const comment = await lockComment(tx, input)
    if (comment.closed_at) throw new Problem('wrong-state', '这条复核意见已经关闭，不必再答复。')
    return { comment }
  },
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, input, actor, now }) {
    await tx
      .updateTable('opinion_review_comment')
      .set({
        answer: input.answer,
        answered_by: actor.accountId,
        answered_by_name: actor.name,
        answered_at: now,
      })
      .where('id', '=', input.commentId)
      .executeTakeFirstOrThrow()
    return { answeredAt: now.toISOString() }
  },
})
