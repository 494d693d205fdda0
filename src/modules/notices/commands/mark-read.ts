import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { markRead as endpoint } from '../contract.ts'
import { noticesFor } from '../store.ts'

/** Remembers that this person has seen the notice; a formal service of documents is a delivery, not this. */
export const markRead = command({
  endpoint,
  async load({ tx, target, actor }) {
    const found = await noticesFor(tx, actor)
      .where('notice.id', '=', target.id)
      .select('notice.id')
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', '没有这条通知。')
    return {}
  },
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  subject: ({ input }) => ({ type: 'notice', id: input.id }),
  untraced: '读到程序内通知不是送达，只用于个人提醒',
  async run({ tx, input, actor, now }) {
    await tx
      .insertInto('notice_read')
      .values({ notice_id: input.id, account_id: actor.accountId ?? '', at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return { readAt: now.toISOString() }
  },
})
