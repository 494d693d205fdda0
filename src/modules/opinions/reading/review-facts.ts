import { beijingDate } from '#kernel/beijing.ts'
import type { Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { reviewersNeeded } from '#modules/cases/rules/reviewers.ts'
import type { Reviewed } from '../rules/review.ts'
import { commentsOf, sheetsOf, submissionsOf } from '../store.ts'
import { lockWork, reviewersOf } from './workbench.ts'
import { appraisersEver } from './workers-of.ts'

/** The case locked for a deed of review, with everything the rules of review look at. */
export async function lockReview(
  tx: Tx,
  at: { readonly id: string; readonly actor: Actor; readonly now: Date },
) {
  const work = await lockWork(tx, at.id, at.actor, 'draft')
  const round = (await submissionsOf(tx, at.id)).length
  const sheets = await sheetsOf(tx, at.id)
  const facts: Reviewed = {
    actorId: at.actor.accountId,
    workers: await appraisersEver(tx, at.id),
    reviewers: await reviewersOf(tx, at.id),
    comments: await commentsOf(tx, at.id),
    agreed: sheets
      .filter((sheet) => sheet.round === round && sheet.outcome === 'APPROVED')
      .map(({ account_id }) => account_id),
    needed: reviewersNeeded(work.case, beijingDate(at.now)),
  }
  return { ...work, ...facts, round }
}
