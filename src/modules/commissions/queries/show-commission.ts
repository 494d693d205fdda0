import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { show as endpoint } from '../contract/endpoints.ts'
import { supplementsOf } from '../store.ts'
import { commissionColumns, commissionRow, visibleCommissions } from './commission-rows.ts'
import { givenReasons } from './given-reasons.ts'

export const showCommission = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor, today }) {
    const found = await visibleCommissions(db, actor)
      .where('commission.id', '=', input.id)
      .select(commissionColumns)
      .select(['commission.form', 'commission.form_sha256', 'commission.decision', 'commission.decided_at'])
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', '没有这件委托，或者您无权查看。')
    const { row, due } = await commissionRow(db, found, today)
    const supplements = await supplementsOf(db, input.id)
    return {
      ...row,
      form: found.form,
      formSha256: found.form_sha256,
      reasons: await givenReasons(db, input.id),
      supplements: supplements.map(({ items, requested_at, answered_at, answer }) => ({
        items,
        requestedAt: requested_at.toISOString(),
        answeredAt: answered_at?.toISOString() ?? null,
        answer,
      })),
      decision: found.decision,
      decidedAt: found.decided_at?.toISOString() ?? null,
      why: due ? [...due.lines] : [],
      provisional: due?.provisional ?? false,
    }
  },
})
