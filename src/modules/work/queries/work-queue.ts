import { query } from '#kernel/command.ts'
import { waitingInCases } from '#modules/cases/module.ts'
import { waitingInCommissions } from '#modules/commissions/module.ts'
import { waitingEntryErrors, waitingProceedings } from '#modules/directory/module.ts'
import { waitingResets } from '#modules/identity/module.ts'
import { waitingInOpinions, waitingToIssue } from '#modules/opinions/module.ts'
import { waitingInSelections } from '#modules/selection/module.ts'
import { waitingInStandards } from '#modules/standards/module.ts'
import { workQueue as endpoint, type WorkItem } from '../contract.ts'

/** What waits for this person, gathered from the modules that know; the most urgent first. */
export const workQueue = query({
  endpoint,
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  async answer({ db, actor, today }) {
    const sources = [
      waitingInCommissions,
      waitingInCases,
      waitingInOpinions,
      waitingToIssue,
      waitingResets,
      waitingEntryErrors,
      waitingProceedings,
      waitingInStandards,
      waitingInSelections,
    ]
    const items = await Promise.all(sources.map((waiting) => waiting(db, actor, today)))
    return { items: items.flat().sort(mostUrgentFirst) }
  },
})

function mostUrgentFirst(a: WorkItem, b: WorkItem): number {
  return (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.id.localeCompare(b.id)
}
