import { sql } from 'kysely'
import { query } from '#kernel/command.ts'
import { listDrafts as endpoint } from '../contract/endpoints.ts'

export const listDrafts = query({
  endpoint,
  allow: [
    { role: 'ENTRUSTING_OFFICER', denial: '只有委托方有委托草稿' },
    { role: 'PARTY_REPRESENTATIVE', denial: '只有委托方有委托草稿' },
  ],
  async answer({ db, actor }) {
    const rows = await db
      .selectFrom('commission_draft')
      .select(['id', 'saved_at', sql<string | null>`form->>'title'`.as('title')])
      .where('account_id', '=', actor.accountId ?? '')
      .orderBy('saved_at', 'desc')
      .limit(50)
      .execute()
    return {
      items: rows.map(({ id, title, saved_at }) => ({
        id,
        title: title || '未命名的委托',
        savedAt: saved_at.toISOString(),
      })),
    }
  },
})
