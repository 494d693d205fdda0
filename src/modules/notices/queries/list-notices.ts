import { sql } from 'kysely'
import { query } from '#kernel/command.ts'
import { listNotices as endpoint } from '../contract.ts'
import { noticesFor, shownColumns } from '../store.ts'

const PAGE = 50

/** Newest first, by keyset: `cursor` is the time and id of the last row shown. */
export const listNotices = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor }) {
    const unread = () => noticesFor(db, actor).where('notice_read.at', 'is', null)
    const asked = input.unread === 'true' ? unread : () => noticesFor(db, actor)
    const count = async (rows: ReturnType<typeof unread>) => {
      const { of } = await rows.select(({ fn }) => fn.countAll<number>().as('of')).executeTakeFirstOrThrow()
      return of
    }
    let page = asked()
    const [at, id] = (input.cursor ?? '').split('~')
    if (at && id)
      page = page.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('notice.at', 'notice.id'), '<', tuple(sql<Date>`${at}::timestamptz`, id)),
      )
    const rows = await page
      .leftJoin('commission', 'commission.id', 'notice.matter')
      .select(shownColumns)
      .orderBy('notice.at', 'desc')
      .orderBy('notice.id', 'desc')
      .limit(PAGE + 1)
      .execute()
    const items = rows.slice(0, PAGE).map(({ at, read_at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      readAt: read_at?.toISOString() ?? null,
    }))
    const last = items.at(-1)
    return {
      items,
      next: rows.length > PAGE && last ? `${last.at}~${last.id}` : null,
      total: await count(asked()),
      unread: await count(unread()),
    }
  },
})
