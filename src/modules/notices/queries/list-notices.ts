import { query } from '#kernel/command.ts'
import { listNotices as endpoint } from '../contract.ts'
import { noticesFor } from '../store.ts'

export const listNotices = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor }) {
    const mine = noticesFor(db, actor)
    const rows = await (input.unread === 'true' ? mine.where('notice_read.at', 'is', null) : mine)
      .select([
        'notice.id',
        'matter',
        'title',
        'body',
        'link',
        'document',
        'notice.at',
        'notice_read.at as read_at',
      ])
      .orderBy('notice.at', 'desc')
      .limit(100)
      .execute()
    const { unread } = await noticesFor(db, actor)
      .where('notice_read.at', 'is', null)
      .select(({ fn }) => fn.countAll<number>().as('unread'))
      .executeTakeFirstOrThrow()
    return {
      items: rows.map(({ at, read_at, ...row }) => ({
        ...row,
        at: at.toISOString(),
        readAt: read_at?.toISOString() ?? null,
      })),
      unread,
    }
  },
})
