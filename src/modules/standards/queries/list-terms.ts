import { query } from '#kernel/command.ts'
import { listTerms as endpoint } from '../contract/terms.ts'

/** The glossary, in the order of a Chinese dictionary. */
export const listTerms = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db }) {
    const rows = await db
      .selectFrom('glossary_term')
      .select(['id', 'zh', 'en', 'definition', 'source', 'version', 'revised_at'])
      .execute()
    const terms = rows.map(({ revised_at, ...row }) => ({ ...row, revisedAt: revised_at.toISOString() }))
    return { terms: terms.sort((a, b) => a.zh.localeCompare(b.zh, 'zh-CN')) }
  },
})
