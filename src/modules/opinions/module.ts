import type { Module } from '#kernel/command.ts'
import { addComment } from './commands/add-comment.ts'
import { answerComment } from './commands/answer-comment.ts'
import { approveReview } from './commands/approve-review.ts'
import { closeComment } from './commands/close-comment.ts'
import { concurReview } from './commands/concur-review.ts'
import { issuingCommands, issuingQueries } from './commands/issuing.ts'
import { pasteRows } from './commands/paste-rows.ts'
import { removeRow } from './commands/remove-row.ts'
import { returnReview } from './commands/return-review.ts'
import { saveAnswer } from './commands/save-answer.ts'
import { saveRow } from './commands/save-row.ts'
import { saveSection } from './commands/save-section.ts'
import { setClaim } from './commands/set-claim.ts'
import { submitForReview } from './commands/submit-for-review.ts'
import { voteChart } from './commands/vote-chart.ts'
import { renderOpinion } from './jobs/render-opinion.ts'
import { opinionLife, opinionValidityLife, signingKeyLife } from './lifecycle.ts'
import { lintDraft } from './queries/lint-draft.ts'
import { showChart } from './queries/show-chart.ts'
import { showDraft } from './queries/show-draft.ts'
import { showReview } from './queries/show-review.ts'
import { checkOpinionFiles } from './reading/check-opinion-files.ts'

export { openOpinionFile } from './queries/open-opinion.ts'
export { proveIssuedOpinion } from './queries/prove-opinion.ts'
export { type DraftContent, draftContent as draftForOpinion } from './reading/draft-content.ts'
export { waitingInOpinions } from './reading/waiting-in-opinions.ts'
export { waitingToIssue } from './reading/waiting-to-issue.ts'

export const opinionsModule: Module = {
  name: 'opinions',
  title: '鉴定意见',
  commands: [
    setClaim,
    saveRow,
    removeRow,
    pasteRows,
    voteChart,
    saveSection,
    saveAnswer,
    submitForReview,
    addComment,
    answerComment,
    closeComment,
    returnReview,
    concurReview,
    approveReview,
    ...issuingCommands,
  ],
  queries: [showChart, showDraft, lintDraft, showReview, ...issuingQueries],
  lifecycles: [opinionLife, opinionValidityLife, signingKeyLife],
  jobs: [renderOpinion],
  checks: [checkOpinionFiles],
}
