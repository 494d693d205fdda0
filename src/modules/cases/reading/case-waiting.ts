import type { WorkItem } from '#modules/work/contract.ts'
import type { CaseClock } from '../contract/clock.ts'
import { caseLife } from '../lifecycle.ts'
import type { CaseRow } from '../store.ts'

const URGENT_DAYS = 3

interface Waiting {
  /** What is to be done, in a few words. */
  readonly kind: string
  readonly why: string
  /** Screen below the case: `/team`; empty for its first. */
  readonly at: string
}

/** A case as it stands in somebody's work queue, with its own deadline and the sum behind it. */
export function caseWaiting(
  row: Pick<CaseRow, 'id' | 'title' | 'code' | 'state'>,
  clock: CaseClock | undefined,
  { kind, why, at }: Waiting,
): WorkItem {
  const left = clock?.workingDaysLeft ?? null
  return {
    id: `case/${row.id}${at}/${kind}`,
    kind,
    title: row.title,
    number: row.code,
    state: caseLife.states[row.state],
    due: clock?.due ?? null,
    workingDaysLeft: left,
    provisional: clock?.provisional ?? false,
    dueBecause: [...(clock?.lines ?? [])],
    why,
    link: `/cases/${row.id}${at}`,
    urgent: left !== null && left <= URGENT_DAYS,
  }
}
