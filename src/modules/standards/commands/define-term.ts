import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { defineTerm as endpoint } from '../contract/terms.ts'
import { termDefinedOnce } from '../rules/terms.ts'
import { keepersOfRegister } from '../rules/who.ts'

/** Enters a word of the trade with its meaning and whose meaning it is. */
export const defineTerm = command({
  endpoint,
  load: async ({ now }) => ({ today: beijingDate(now) }),
  allow: keepersOfRegister,
  async consider({ tx, input }) {
    const there = await tx
      .selectFrom('glossary_term')
      .select('id')
      .where('zh', '=', input.zh)
      .executeTakeFirst()
    return { taken: there !== undefined }
  },
  formRules: [termDefinedOnce],
  subject: ({ input, output }) => ({ type: 'term', id: output?.termId ?? input.zh }),
  async run({ tx, input, actor, now, chance }) {
    const termId = chance.id()
    const entered = await tx
      .insertInto('glossary_term')
      .values({ id: termId, ...input, version: 1, revised_by: actor.accountId ?? '', revised_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!entered)
      throw new Problem('malformed', '这个术语刚刚由他人登记。', {
        issues: [{ path: 'zh', detail: '术语已经登记' }],
      })
    return { termId }
  },
})
