import { query } from '#kernel/command.ts'
import { showClock as endpoint } from '../contract/clock.ts'
import { clockOf } from '../reading/clock-of.ts'
import { visibleCase } from '../store.ts'

/** When the case is due, why, and everything that moved the date. */
export const showClock = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, input, actor, today }) {
    await visibleCase(db, input.id, actor)
    return clockOf(db, input.id, today)
  },
})
