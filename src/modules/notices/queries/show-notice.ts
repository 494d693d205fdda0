import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { showNotice as endpoint } from '../contract.ts'
import { noticesFor } from '../store.ts'

export const showNotice = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor }) {
    const row = await noticesFor(db, actor)
      .where('notice.id', '=', input.id)
      .leftJoin('commission', 'commission.id', 'notice.matter')
      .leftJoin('organisation', 'organisation.id', 'commission.institution_id')
      .select([
        'notice.id',
        'matter',
        'notice.title',
        'body',
        'link',
        'document',
        'notice.at',
        'notice_read.at as read_at',
      ])
      .select(['commission.case_code as caseCode', 'organisation.name as from'])
      .executeTakeFirst()
    if (!row) throw new Problem('not-found', '没有这条通知。')
    const { at, read_at, ...rest } = row
    return { ...rest, to: actor.organisation, at: at.toISOString(), readAt: read_at?.toISOString() ?? null }
  },
})
