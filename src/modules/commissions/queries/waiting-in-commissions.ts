import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import type { WorkItem } from '#modules/work/contract.ts'
import { commissionLife } from '../lifecycle.ts'
import { commissionColumns, commissionRow, visibleCommissions } from './commission-rows.ts'

const URGENT_DAYS = 2

/** What waits for this person in commissions: intake decides, the entrusting side completes. */
export async function waitingInCommissions(db: ReadDb, actor: Actor, today: string): Promise<WorkItem[]> {
  const intake = actor.roles.includes('INTAKE_CLERK')
  const client = actor.roles.includes('ENTRUSTING_OFFICER') || actor.roles.includes('PARTY_REPRESENTATIVE')
  if (!intake && !client) return []
  const rows = await visibleCommissions(db, actor)
    .where('commission.state', '=', intake ? 'SUBMITTED' : 'SUPPLEMENT_REQUESTED')
    .select(commissionColumns)
    .orderBy('commission.submitted_at')
    .limit(200)
    .execute()
  return Promise.all(
    rows.map(async (selected) => {
      const { row, due } = await commissionRow(db, selected, today)
      return {
        id: `commission/${row.id}/${intake ? 'decide' : 'answer-supplement'}`,
        kind: intake ? '受理审查' : '补正',
        title: row.title,
        number: row.caseCode,
        state: commissionLife.states[row.state],
        due: intake ? row.due : null,
        workingDaysLeft: intake ? row.workingDaysLeft : null,
        provisional: due?.provisional ?? false,
        dueBecause: intake && due ? [...due.lines] : [],
        why: intake
          ? `${row.entrusting}提交了委托，须在期限内决定是否受理`
          : '受理机构要求补正，补正期间受理期限停止计算',
        link: `/commissions/${row.id}`,
        urgent: intake && (row.workingDaysLeft ?? 99) <= URGENT_DAYS,
      }
    }),
  )
}
