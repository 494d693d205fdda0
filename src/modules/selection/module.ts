import type { Module } from '#kernel/command.ts'
import { acceptOffer } from './commands/accept-offer.ts'
import { advanceDraw } from './commands/advance-draw.ts'
import { agree } from './commands/agree-institution.ts'
import { commitDraw } from './commands/commit-draw.ts'
import { declineOffer } from './commands/decline-offer.ts'
import { describeNeed } from './commands/describe-need.ts'
import { designate } from './commands/designate-institution.ts'
import { exhaustDraw } from './commands/exhaust-draw.ts'
import { followDraw } from './commands/follow-draw.ts'
import { lapseOffer } from './commands/lapse-offer.ts'
import { openDraw } from './commands/open-draw.ts'
import { voidDraw } from './commands/void-draw.ts'
import { withdrawSelection } from './commands/withdraw-selection.ts'
import { advanceToRoot, followOrder, tendSelections } from './jobs/tend-selections.ts'
import { selectionLife } from './lifecycle.ts'
import { drawEvidence } from './queries/draw-evidence.ts'
import { listDraws } from './queries/list-draws.ts'
import { listSelections } from './queries/list-selections.ts'
import { showDraw } from './queries/show-draw.ts'
import { showSelection } from './queries/show-selection.ts'
import { checkDraws } from './reading/check-draws.ts'

export { selectionLife } from './lifecycle.ts'
export { waitingInSelections } from './reading/waiting-in-selections.ts'

export const selectionModule: Module = {
  name: 'selection',
  title: '遴选荐用',
  commands: [
    describeNeed,
    withdrawSelection,
    agree,
    designate,
    commitDraw,
    advanceDraw,
    openDraw,
    voidDraw,
    followDraw,
    exhaustDraw,
    acceptOffer,
    declineOffer,
    lapseOffer,
  ],
  queries: [listSelections, showSelection, listDraws, showDraw, drawEvidence],
  lifecycles: [selectionLife],
  jobs: [advanceToRoot, followOrder, tendSelections],
  checks: [checkDraws],
}
