import { command } from '#kernel/command.ts'
import { declineReason } from '#law/terms/selection.ts'
import { declineOffer as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { otherGroundExplained } from '../rules/answering.ts'
import { institutionInTurn } from '../rules/who.ts'
import { lockSession } from '../store.ts'
import { answer } from '../writing/answer.ts'

/** The institution declines with a coded reason; after a draw the next in order follows by itself. */
export const declineOffer = command({
  endpoint,
  load: ({ tx, target, actor }) => lockSession(tx, target.id, actor),
  allow: institutionInTurn,
  fires: { machine: selectionLife, event: 'decline', state: ({ session }) => session.state },
  formRules: [otherGroundExplained],
  subject: ({ input }) => ({ type: 'selection', id: input.id }),
  run: (work) =>
    answer(work, {
      answer: 'DECLINED',
      reason: work.input.ground,
      explanation: work.input.explanation,
      title: '选定机构谢绝',
      body: `${work.actor.organisation}谢绝：${declineReason.label(work.input.ground)}。${
        work.facts.standing?.place === null ? '请另行选定。' : '平台按抽出的次序递补。'
      }`,
    }),
})
