import { sql } from 'kysely'
import { query } from '#kernel/command.ts'
import { listDraws as endpoint } from '../contract/draws.ts'
import { drawRow, drawRows } from '../reading/draw-rows.ts'

const PAGE = 50

/** Every draw that was ever committed to, newest first: opened, void and open ones alike. */
export const listDraws = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, input }) {
    const [at, id] = (input.cursor ?? '').split('~')
    let page = drawRows(db)
    if (at && id)
      page = page.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('d.committed_at', 'd.session_id'), '<', tuple(sql<Date>`${at}::timestamptz`, id)),
      )
    const rows = await page
      .orderBy('d.committed_at', 'desc')
      .orderBy('d.session_id', 'desc')
      .limit(PAGE + 1)
      .execute()
    const shown = rows.slice(0, PAGE)
    const last = shown.at(-1)
    return {
      items: shown.map(drawRow),
      next: rows.length > PAGE && last ? `${last.committed_at.toISOString()}~${last.id}` : null,
    }
  },
})
