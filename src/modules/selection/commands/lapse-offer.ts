import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { lapseOffer as endpoint } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { answerTermPassed } from '../rules/answering.ts'
import { lockSession } from '../store.ts'
import { answer } from '../writing/answer.ts'

/** No answer within the term counts as declined. */
export const lapseOffer = command({
  endpoint,
  load: async ({ tx, target, actor, now }) => ({
    ...(await lockSession(tx, target.id, actor)),
    today: beijingDate(now),
  }),
  allow: [{ role: 'system', denial: '由系统办理' }],
  fires: { machine: selectionLife, event: 'lapse', state: ({ session }) => session.state },
  rules: [answerTermPassed],
  subject: ({ input }) => ({ type: 'selection', id: input.id }),
  run: (work) =>
    answer(work, {
      answer: 'LAPSED',
      reason: null,
      explanation: null,
      title: '选定机构逾期未答复',
      body: `答复期限 ${work.facts.standing?.answer_by ?? ''} 已过。${
        work.facts.standing?.place === null ? '请另行选定。' : '平台按抽出的次序递补。'
      }`,
    }),
})
