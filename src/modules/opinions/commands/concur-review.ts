import { command } from '#kernel/command.ts'
import { concur as endpoint } from '../contract/review.ts'
import { lockReview } from '../reading/review-facts.ts'
import { reviewerNotAuthor, severalNeeded, signsRoundOnce } from '../rules/review.ts'
import { assignedReviewer, underReview } from '../rules/who.ts'
import { signSheet } from '../writing/sign-sheet.ts'

/** One of several reviewers agrees with this round; the last of them approves. */
export const concurReview = command({
  endpoint,
  load: ({ tx, target, actor, now }) => lockReview(tx, { id: target.id, actor, now }),
  allow: assignedReviewer,
  rules: [underReview, severalNeeded, reviewerNotAuthor, signsRoundOnce],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  async run({ tx, input, facts, actor, now }) {
    await signSheet(tx, { caseId: input.id, round: facts.round, actor, now, outcome: 'APPROVED', input })
    return { signed: facts.agreed.length + 1, needed: facts.needed.count }
  },
  record: ({ facts }) => ({ round: facts.round }),
})
