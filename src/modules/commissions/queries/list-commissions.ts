import { sql } from 'kysely'
import { query } from '#kernel/command.ts'
import { COUNT_CAP, containing, counted, lastShown, PAGE, paged } from '#kernel/listing.ts'
import { list as endpoint } from '../contract/endpoints.ts'
import type { CommissionState } from '../store.ts'
import { commissionColumns, commissionRow, visibleCommissions } from './commission-rows.ts'

/** Newest first, by keyset: `cursor` is the time and id of the last row shown. */
export const listCommissions = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor, today }) {
    const filtered = () => {
      let rows = visibleCommissions(db, actor)
      if (input.state) rows = rows.where('commission.state', '=', input.state as CommissionState) // unknown states match nothing
      if (input.search) {
        const like = containing(input.search)
        rows = rows.where(({ or, eb }) =>
          or([eb('commission.title', 'ilike', like), eb('commission.case_code', 'ilike', like)]),
        )
      }
      return rows
    }
    const all = await filtered()
      .select('commission.id')
      .limit(COUNT_CAP + 1)
      .execute()
    let page = filtered()
    const last = lastShown(input.cursor)
    if (last)
      page = page.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('commission.submitted_at', 'commission.id'),
          '<',
          tuple(sql<Date>`${last.at}::timestamptz`, last.id),
        ),
      )
    const rows = await page
      .select(commissionColumns)
      .orderBy('commission.submitted_at', 'desc')
      .orderBy('commission.id', 'desc')
      .limit(PAGE + 1)
      .execute()
    const { shown, next } = paged(rows, (row) => row.submitted_at)
    return {
      items: await Promise.all(shown.map(async (row) => (await commissionRow(db, row, today)).row)),
      next,
      ...counted(all),
    }
  },
})
