import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { showNotice as endpoint } from '../contract.ts'
import { letterOf } from '../document/letter.ts'
import { noticesFor, shownColumns } from '../store.ts'

export const showNotice = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor }) {
    const row = await noticesFor(db, actor)
      .where('notice.id', '=', input.id)
      .leftJoin('commission', 'commission.id', 'notice.matter')
      .leftJoin('organisation', 'organisation.id', 'commission.institution_id')
      .select(shownColumns)
      .select(['notice.no', 'notice.basis', 'organisation.name as from'])
      .executeTakeFirst()
    if (!row) throw new Problem('not-found', '没有这条通知。')
    const { at, read_at, no, basis, from, ...rest } = row
    return {
      ...rest,
      at: at.toISOString(),
      readAt: read_at?.toISOString() ?? null,
      letter: letterOf({ ...rest, no, basis, from, at, to: actor.organisation }),
    }
  },
})
