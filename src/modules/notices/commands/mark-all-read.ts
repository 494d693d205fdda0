import { command } from '#kernel/command.ts'
import { markAllRead as endpoint } from '../contract.ts'
import { noticesFor } from '../store.ts'

/** Remembers that this person has seen every notice up to the newest one before him. */
export const markAllRead = command({
  endpoint,
  load: async () => ({}),
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  subject: ({ input }) => ({ type: 'notice', id: input.until }),
  untraced: '读到程序内通知不是送达，只用于个人提醒',
  async run({ tx, input, actor, now }) {
    const unread = await noticesFor(tx, actor)
      .where('notice_read.at', 'is', null)
      .where('notice.at', '<=', new Date(input.until))
      .select('notice.id')
      .execute()
    if (unread.length > 0)
      await tx
        .insertInto('notice_read')
        .values(unread.map(({ id }) => ({ notice_id: id, account_id: actor.accountId ?? '', at: now })))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    return { marked: unread.length }
  },
})
