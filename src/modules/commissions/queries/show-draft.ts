import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { showDraft as endpoint } from '../contract/endpoints.ts'

export const showDraft = query({
  endpoint,
  allow: [
    { role: 'ENTRUSTING_OFFICER', denial: '只能查看自己的委托草稿' },
    { role: 'PARTY_REPRESENTATIVE', denial: '只能查看自己的委托草稿' },
  ],
  async answer({ db, input, actor }) {
    const draft = await db
      .selectFrom('commission_draft')
      .select(['id', 'form', 'version', 'saved_at'])
      .where('id', '=', input.id)
      .where('account_id', '=', actor.accountId ?? '')
      .executeTakeFirst()
    if (!draft) throw new Problem('not-found', '没有这份草稿，或者它已经提交。')
    return {
      id: draft.id,
      form: { ...draft.form },
      version: draft.version,
      savedAt: draft.saved_at.toISOString(),
    }
  },
})
