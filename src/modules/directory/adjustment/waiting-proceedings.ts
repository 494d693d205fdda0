import { beijingDate } from '#kernel/beijing.ts'
import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import type { WorkItem } from '#modules/work/contract.ts'
import { proceedingTitles } from '../contract/proceedings.ts'
import { proceedingLife } from '../lifecycle.ts'

/** Requests about the list that this person may decide: never his own. No term is known for them, so none is set. */
export async function waitingProceedings(db: ReadDb, actor: Actor): Promise<WorkItem[]> {
  if (!actor.roles.includes('CNIPA_OFFICER')) return []
  const rows = await db
    .selectFrom('directory_proceeding as p')
    .innerJoin('institution', 'institution.id', 'p.institution_id')
    .innerJoin('organisation', 'organisation.id', 'p.institution_id')
    .innerJoin('account', 'account.id', 'p.opened_by')
    .select(['p.id', 'p.kind', 'p.opened_at', 'organisation.name', 'directory_no', 'account.name as by'])
    .where('p.state', '=', 'OPEN')
    .where('p.opened_by', '!=', actor.accountId ?? '')
    .orderBy('p.opened_at')
    .limit(200)
    .execute()
  return rows.map(({ id, kind, opened_at, name, directory_no, by }) => ({
    id: `directory-proceeding/${id}/decide`,
    kind: '名录事项',
    title: `${proceedingTitles[kind]}：${name}`,
    number: directory_no,
    state: proceedingLife.states.OPEN,
    due: null,
    workingDaysLeft: null,
    provisional: false,
    dueBecause: [],
    why: `${by}于 ${beijingDate(opened_at)} 提出，须由另一人决定`,
    link: `/directory-proceedings/${id}`,
    urgent: false,
  }))
}
