import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { reviseTerm as endpoint } from '../contract/terms.ts'
import { keepersOfRegister } from '../rules/who.ts'

/** Changes what a word means; every screen that explains it says so from now on. What it meant before is in the log. */
export const reviseTerm = command({
  endpoint,
  async load({ tx, target }) {
    const term = await tx
      .selectFrom('glossary_term')
      .select(['id', 'zh', 'en', 'definition', 'source', 'version'])
      .where('id', '=', target.id)
      .forUpdate()
      .executeTakeFirst()
    if (!term) throw new Problem('not-found', '没有登记过这个术语。')
    return { term }
  },
  allow: keepersOfRegister,
  subject: ({ facts }) => ({ type: 'term', id: facts.term.id }),
  async run({ tx, facts: { term }, input, actor, now }) {
    if (input.version !== term.version) throw new Problem('stale-version', `术语“${term.zh}”已被他人修订。`)
    const { en, definition, source } = input
    const version = term.version + 1
    await tx
      .updateTable('glossary_term')
      .set({ en, definition, source, version, revised_by: actor.accountId ?? '', revised_at: now })
      .where('id', '=', term.id)
      .executeTakeFirstOrThrow()
    return { version }
  },
  record: ({ facts: { term } }) => ({ before: { definition: term.definition, source: term.source } }),
})
