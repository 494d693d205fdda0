import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { commissionRow, rowColumns, visibleCommissions } from './commission-rows.ts'

/** What waits for this person in commissions: intake decides, the entrusting side completes. */
export async function waitingInCommissions(db: ReadDb, actor: Actor, today: string) {
  const intake = actor.roles.includes('INTAKE_CLERK')
  const client = actor.roles.includes('ENTRUSTING_OFFICER') || actor.roles.includes('PARTY_REPRESENTATIVE')
  if (!intake && !client) return []
  const rows = await visibleCommissions(db, actor)
    .where('commission.state', '=', intake ? 'SUBMITTED' : 'SUPPLEMENT_REQUESTED')
    .select(rowColumns)
    .orderBy('commission.submitted_at')
    .limit(200)
    .execute()
  return Promise.all(
    rows.map(async (selected) => {
      const { row, due } = await commissionRow(db, selected, today)
      return {
        id: row.id,
        kind: 'commission' as const,
        title: row.title,
        number: row.caseCode ?? '待受理',
        state: row.state,
        what: intake ? '决定是否受理' : '按要求补正',
        due: intake ? row.due : null,
        workingDaysLeft: intake ? row.workingDaysLeft : null,
        why: due?.lines ?? [],
        link: `/app/commissions/${row.id}`,
      }
    }),
  )
}
