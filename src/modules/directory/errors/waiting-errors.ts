import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { addWorkingDays, workingDaysBetween } from '#law/working-days/count.ts'
import type { WorkItem } from '#modules/work/contract.ts'
import { entryErrorLife } from '../lifecycle.ts'
import { answersFor } from './competent.ts'

const URGENT_DAYS = 2

/** Reports of errors in the list that wait for this person's answer. */
export async function waitingEntryErrors(db: ReadDb, actor: Actor, today: string): Promise<WorkItem[]> {
  const own = await answersFor(db, actor)
  if (own === null) return []
  let open = db
    .selectFrom('entry_error')
    .select(['id', 'key', 'name', 'state', 'due', 'reported_at'])
    .where('state', '=', 'OPEN')
  if (own !== '*') open = open.where('province', '=', own)
  const rows = await open.orderBy('due').orderBy('id').limit(200).execute()
  return rows.map(({ id, key, name, state, due, reported_at }) => {
    const from = beijingDate(reported_at)
    const { value, source } = parameterAt('entry-error-answer', from)
    const left = workingDaysBetween(today, due)
    return {
      id: `entry-error/${id}/answer`,
      kind: '名录纠错',
      title: name,
      number: key.slice(key.indexOf(':') + 1),
      state: entryErrorLife.states[state],
      due,
      workingDaysLeft: left,
      provisional: addWorkingDays(from, value).provisional,
      dueBecause: [`${from} 收到，自次日起 ${value} 个工作日内答复（${source.id}）`],
      why: '有人报告名录中这一条登记有误，须核实后答复',
      link: `/entry-errors/${id}`,
      urgent: left <= URGENT_DAYS,
    }
  })
}
