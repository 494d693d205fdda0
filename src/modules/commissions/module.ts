import type { Module } from '#kernel/command.ts'
import { acceptCommission } from './commands/accept-commission.ts'
import { answerSupplement } from './commands/answer-supplement.ts'
import { refuseCommission } from './commands/refuse-commission.ts'
import { requestSupplement } from './commands/request-supplement.ts'
import { saveDraft } from './commands/save-draft.ts'
import { submitCommission } from './commands/submit-commission.ts'
import { withdrawCommission } from './commands/withdraw-commission.ts'
import { commissionLife } from './lifecycle.ts'
import { listCommissions } from './queries/list-commissions.ts'
import { listDrafts } from './queries/list-drafts.ts'
import { showCommission } from './queries/show-commission.ts'
import { showDraft } from './queries/show-draft.ts'

export { waitingInCommissions } from './queries/waiting-in-commissions.ts'

export const commissionsModule: Module = {
  name: 'commissions',
  title: '委托与受理',
  commands: [
    saveDraft,
    submitCommission,
    requestSupplement,
    answerSupplement,
    acceptCommission,
    refuseCommission,
    withdrawCommission,
  ],
  queries: [listDrafts, showDraft, listCommissions, showCommission],
  lifecycles: [commissionLife],
}
