import { query } from '#kernel/command.ts'
import { reviewersNeeded } from '#modules/cases/rules/reviewers.ts'
import { showReview as endpoint } from '../contract/review.ts'
import { reviewersOf, visibleWork } from '../reading/workbench.ts'
import { insiders } from '../rules/who.ts'
import { commentsOf, sheetsOf, submissionsOf } from '../store.ts'

/** Rounds, comments and signed sheets of the review. */
export const showReview = query({
  endpoint,
  allow: insiders,
  async answer({ db, input, actor, today }) {
    const at = await visibleWork(db, input.id, actor, 'draft')
    const needed = reviewersNeeded(at.case, today)
    const last = (await submissionsOf(db, input.id)).at(-1)
    const round = last?.round ?? 0
    const sheets = await sheetsOf(db, input.id)
    const comments = await commentsOf(db, input.id)
    const reviewers = await reviewersOf(db, input.id)
    return {
      id: input.id,
      state: at.case.state,
      round,
      contentSha256: last?.content_sha256 ?? null,
      needed: needed.count,
      whyNeeded: needed.why,
      reviewers: reviewers.map(({ accountId, name }) => ({
        accountId,
        name,
        signed: sheets.some((sheet) => sheet.round === round && sheet.account_id === accountId),
      })),
      comments: comments.map((each) => ({
        id: each.id,
        round: each.round,
        kind: each.kind,
        place: each.place,
        text: each.text,
        by: each.made_by_name,
        at: each.made_at.toISOString(),
        answer: each.answer,
        answeredBy: each.answered_by_name,
        answeredAt: each.answered_at?.toISOString() ?? null,
        closedAt: each.closed_at?.toISOString() ?? null,
      })),
      sheets: sheets.map((each) => ({
        round: each.round,
        name: each.name,
        outcome: each.outcome,
        procedureView: each.procedure_view,
        technicalView: each.technical_view,
        signedAt: each.signed_at.toISOString(),
      })),
    }
  },
})
