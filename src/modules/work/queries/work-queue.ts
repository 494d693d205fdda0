import { query } from '#kernel/command.ts'
import { waitingInCommissions } from '#modules/commissions/module.ts'
import { workQueue as endpoint, type WorkItem } from '../contract.ts'

/** What waits for this person, gathered from the modules that know; the most urgent first. */
export const workQueue = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, actor, today }) {
    const items = (await Promise.all([waitingInCommissions(db, actor, today)])).flat()
    return { items: items.sort(mostUrgentFirst) }
  },
})

function mostUrgentFirst(a: WorkItem, b: WorkItem): number {
  return (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.id.localeCompare(b.id)
}
