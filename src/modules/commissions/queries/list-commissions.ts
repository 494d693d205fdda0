import { sql } from 'kysely'
import { query } from '#kernel/command.ts'
import { list as endpoint } from '../contract/endpoints.ts'
import type { CommissionState } from '../store.ts'
import { commissionColumns, commissionRow, visibleCommissions } from './commission-rows.ts'

const PAGE = 50
const COUNT_CAP = 1000

/** Newest first, by keyset: `cursor` is the time and id of the last row shown. */
export const listCommissions = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor, today }) {
    const filtered = () => {
      let rows = visibleCommissions(db, actor)
      if (input.state) rows = rows.where('commission.state', '=', input.state as CommissionState) // unknown states match nothing
      if (input.search) {
        const like = `%${input.search.replace(/[%_\\]/g, '\\$&')}%`
        rows = rows.where(({ or, eb }) =>
          or([eb('commission.title', 'like', like), eb('commission.case_code', 'like', like)]),
        )
      }
      return rows
    }
    const counted = await filtered()
      .select('commission.id')
      .limit(COUNT_CAP + 1)
      .execute()
    let page = filtered()
    const [at, id] = (input.cursor ?? '').split('~')
    if (at && id)
      page = page.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('commission.submitted_at', 'commission.id'),
          '<',
          tuple(sql<Date>`${at}::timestamptz`, id),
        ),
      )
    const rows = await page
      .select(commissionColumns)
      .orderBy('commission.submitted_at', 'desc')
      .orderBy('commission.id', 'desc')
      .limit(PAGE + 1)
      .execute()
    const shown = rows.slice(0, PAGE)
    const last = shown.at(-1)
    return {
      items: await Promise.all(shown.map(async (row) => (await commissionRow(db, row, today)).row)),
      next: rows.length > PAGE && last ? `${last.submitted_at.toISOString()}~${last.id}` : null,
      total: Math.min(counted.length, COUNT_CAP),
      totalCapped: counted.length > COUNT_CAP,
    }
  },
})
