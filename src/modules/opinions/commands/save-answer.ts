import { command } from '#kernel/command.ts'
import { formOfCase } from '#modules/cases/module.ts'
import { saveAnswer as endpoint } from '../contract/draft.ts'
import { lockWork } from '../reading/workbench.ts'
import { answersAskedQuestion, concernsOwnRows } from '../rules/draft-edit.ts'
import { assignedAppraiser, draftOpen } from '../rules/who.ts'
import { rowsOf } from '../store.ts'
import { refuseStale } from './save-section.ts'

/** Keeps the answer to one question as typed so far, with the rows of the chart that it rests on. */
export const saveAnswer = command({
  endpoint,
  async load({ tx, target, actor }) {
    const at = await lockWork(tx, target.id, actor, 'draft')
    return { ...at, form: await formOfCase(tx, target.id), rows: await rowsOf(tx, target.id) }
  },
  allow: assignedAppraiser,
  rules: [draftOpen],
  formRules: [answersAskedQuestion, concernsOwnRows],
  subject: ({ input }) => ({ type: 'case', id: input.id, matter: input.id }),
  untraced: '拟稿中的逐次保存不留痕，提交复核时整份留痕',
  async run({ tx, input, actor, now }) {
    const stored = await tx
      .selectFrom('opinion_answer')
      .select(['version', 'saved_by_name', 'saved_at'])
      .where('case_id', '=', input.id)
      .where('question_no', '=', input.no)
      .executeTakeFirst()
    refuseStale(input.version, stored)
    const saved = {
      text: input.text,
      concerns: JSON.stringify(input.concerns),
      version: input.version + 1,
      saved_by: actor.accountId ?? '',
      saved_by_name: actor.name,
      saved_at: now,
    }
    await tx
      .insertInto('opinion_answer')
      .values({ case_id: input.id, question_no: input.no, ...saved })
      .onConflict((conflict) => conflict.columns(['case_id', 'question_no']).doUpdateSet(saved))
      .execute()
    return { version: saved.version, savedAt: now.toISOString() }
  },
})
