import { sql } from 'kysely'
import { query } from '#kernel/command.ts'
import { listCases as endpoint } from '../contract/case.ts'
import type { CaseState } from '../lifecycle.ts'
import { caseColumns, caseRow, caseRows, leadsOf, visibleCases } from '../reading/case-rows.ts'
import { clockIsOver, clocksOf } from '../reading/clock-of.ts'

const PAGE = 50
const COUNT_CAP = 1000

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
    const [at, id] = (input.cursor ?? '').split('~')
    if (at && id)
      page = page.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('appraisal_case.opened_at', 'appraisal_case.id'),
          '<',
          tuple(sql<Date>`${at}::timestamptz`, id),
        ),
      )
    const finding = page
      .select('appraisal_case.id')
      .orderBy('appraisal_case.opened_at', 'desc')
      .orderBy('appraisal_case.id', 'desc')
      .limit(PAGE + 1)
      .execute()
    const [counted, found] = await Promise.all([counting, finding])
    const ids = found.slice(0, PAGE).map((row) => row.id)
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
    const last = rows.at(-1)
    return {
      items: rows.map((row) => caseRow(row, clocks.get(row.id), leads.get(row.id))),
      next: found.length > PAGE && last ? `${last.opened_at.toISOString()}~${last.id}` : null,
      total: Math.min(counted.length, COUNT_CAP),
      totalCapped: counted.length > COUNT_CAP,
    }
  },
})
