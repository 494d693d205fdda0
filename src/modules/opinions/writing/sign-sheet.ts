import type { Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import type { ReviewOutcome } from '#law/terms/review.ts'

interface Sheet {
  readonly caseId: string
  readonly round: number
  readonly actor: Actor
  readonly now: Date
  readonly outcome: ReviewOutcome
  readonly input: { readonly procedureView: string; readonly technicalView: string }
}

/** Files a reviewer's signed sheet on one round; a return after an agreement of the same person is not possible. */
export async function signSheet(tx: Tx, { caseId, round, actor, now, outcome, input }: Sheet): Promise<void> {
  await tx
    .insertInto('opinion_review_sheet')
    .values({
      case_id: caseId,
      round,
      account_id: actor.accountId ?? '',
      name: actor.name,
      outcome,
      procedure_view: input.procedureView,
      technical_view: input.technicalView,
      signed_at: now,
    })
    .execute()
}
