import { sql } from 'kysely'
import { query } from '#kernel/command.ts'
import { COUNT_CAP, counted, lastShown, PAGE, paged } from '#kernel/listing.ts'
import { listCases as endpoint } from '../contract/case.ts'
import type { CaseState } from '../lifecycle.ts'
import { caseColumns, caseRow, caseRows, leadsOf, visibleCases } from '../reading/case-rows.ts'
import { clockIsOver, clocksOf } from '../reading/clock-of.ts'

/** Newest first, by keyset: `cursor` is the time and id of the last row shown. */
export const listCases = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor, today }) {
    const filter = { ...input, mine: input.mine === 'true', state: input.state as CaseState | undefined } // unknown states match nothing
    const counting = visibleCases(db, actor, filter)
      .select('appraisal_case.id')
      .limit(COUNT_CAP + 1)
      .execute()
    let page = visibleCases(db, actor, filter)
    const last = lastShown(input.cursor)
    if (last)
      page = page.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('appraisal_case.opened_at', 'appraisal_case.id'),
          '<',
          tuple(sql<Date>`${last.at}::timestamptz`, last.id),
        ),
      )
    const finding = page
      .select(['appraisal_case.id', 'appraisal_case.opened_at'])
      .orderBy('appraisal_case.opened_at', 'desc')
      .orderBy('appraisal_case.id', 'desc')
      .limit(PAGE + 1)
      .execute()
    const [all, found] = await Promise.all([counting, finding])
    const { shown, next } = paged(found, (row) => row.opened_at)
    const ids = shown.map((row) => row.id)
    const rows =
      ids.length === 0
        ? []
        : await caseRows(db)
            .select(caseColumns)
            .where('appraisal_case.id', 'in', ids)
            .orderBy('appraisal_case.opened_at', 'desc')
            .orderBy('appraisal_case.id', 'desc')
            .execute()
    const running = rows.filter(({ state }) => !clockIsOver(state))
    const [clocks, leads] = await Promise.all([clocksOf(db, running, today), leadsOf(db, ids)])
    return {
      items: rows.map((row) => caseRow(row, clocks.get(row.id), leads.get(row.id))),
      next,
      ...counted(all),
    }
  },
})
