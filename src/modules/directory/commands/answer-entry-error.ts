import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { answerEntryError as endpoint } from '../contract/entry-errors.ts'
import { answersFor } from '../errors/competent.ts'
import { entryErrorLife } from '../lifecycle.ts'

/** Answers a report. Where it is right, the entry itself is put right by the deeds of the list, not here. */
export const answerEntryError = command({
  endpoint,
  async load({ tx, target, actor }) {
    const report = await tx
      .selectFrom('entry_error')
      .select(['id', 'state', 'province'])
      .where('id', '=', target.id)
      .forUpdate()
      .executeTakeFirst()
    const own = await answersFor(tx, actor)
    if (!report || !(own === '*' || own === report.province))
      throw new Problem('not-found', '没有这份纠错报告，或者不由您答复。')
    return { report }
  },
  allow: [
    { role: 'PROVINCIAL_OFFICER', denial: '名录纠错由机构所在省的管理部门答复' },
    { role: 'ASSOCIATION_SECRETARY', denial: '名录纠错由机构所在省的管理部门或者行业自律组织秘书处答复' },
  ],
  fires: { machine: entryErrorLife, event: 'answer', state: ({ report }) => report.state },
  subject: ({ facts }) => ({ type: 'entry-error', id: facts.report.id }),
  async run({ tx, input, actor, now }) {
    await tx
      .updateTable('entry_error')
      .set({
        state: 'ANSWERED',
        outcome: input.outcome,
        answer: input.answer,
        answered_at: now,
        answered_by: actor.accountId,
      })
      .where('id', '=', input.id)
      .executeTakeFirstOrThrow()
    return { id: input.id }
  },
})
