import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { addComment as endpoint } from '../contract/review.ts'
import { lockReview } from '../reading/review-facts.ts'
import { reviewerNotAuthor } from '../rules/review.ts'
import { assignedReviewer, underReview } from '../rules/who.ts'

/** A reviewer points at what is wrong, by code and place. The id is chosen by the browser, so that a repeat is safe. */
export const addComment = command({
  endpoint,
  load: ({ tx, target, actor, now }) => lockReview(tx, { id: target.id, actor, now }),
  allow: assignedReviewer,
  rules: [underReview, reviewerNotAuthor],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, input, facts, actor, now }) {
    const made = await tx
      .insertInto('opinion_review_comment')
      .values({
        id: input.commentId,
        case_id: input.id,
        round: facts.round,
        kind: input.kind,
        place: input.place,
        text: input.text,
        made_by: actor.accountId ?? '',
        made_by_name: actor.name,
        made_at: now,
        answer: null,
        answered_by: null,
        answered_by_name: null,
        answered_at: null,
        closed_by: null,
        closed_at: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Problem('wrong-state', '这条复核意见已经提出过了。')
    return { commentId: input.commentId, at: now.toISOString() }
  },
})
