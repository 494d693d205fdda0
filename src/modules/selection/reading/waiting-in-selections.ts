import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { workingDaysBetween } from '#law/working-days/count.ts'
import type { WorkItem } from '#modules/work/contract.ts'
import { selectionLife } from '../lifecycle.ts'
import { front } from '../store.ts'
import { selectionRows } from './selection-rows.ts'

const officers: Readonly<
  Record<string, { readonly deed: string; readonly kind: string; readonly why: string }>
> = {
  DESCRIBED: { deed: 'choose', kind: '选定机构', why: '需求已提出，请以协商、指定或者抽签选定机构' },
  COMMITTED: { deed: 'open-draw', kind: '抽签开封', why: '抽签承诺已登记，逾期不开封的作废并公开' },
  DECLINED: { deed: 'choose', kind: '另行选定', why: '选定的机构没有承接' },
}

const offered = { deed: 'answer', kind: '遴选答复', why: '本机构被选定，请核查利害关系后承接或者谢绝' }

/** What waits for this person in selections: the authority chooses and opens, the institution answers. */
export async function waitingInSelections(db: ReadDb, actor: Actor, today: string): Promise<WorkItem[]> {
  const officer = actor.roles.includes('ENTRUSTING_OFFICER')
  const answers = actor.roles.some((role) => front.includes(role))
  if (!officer && !answers) return []
  const rows = await selectionRows(db, actor)
  return rows.flatMap((row) => {
    const what = officer
      ? officers[row.state]
      : row.state === 'OFFERED' && row.institution
        ? offered
        : undefined
    if (!what || (row.state === 'DECLINED' && row.way === 'DRAW')) return []
    const left = row.due === null ? null : workingDaysBetween(today, row.due)
    return [
      {
        id: `selection/${row.id}/${what.deed}`,
        kind: what.kind,
        title: row.title,
        number: row.caseNo,
        state: selectionLife.states[row.state as keyof typeof selectionLife.states] ?? row.state, // states of the table
        due: row.due,
        workingDaysLeft: left,
        provisional: false,
        dueBecause: row.due === null ? [] : [`期限 ${row.due}，按工作日计算（明鉴平台规则#L-02、L-03）`],
        why: what.why,
        link: `/selections/${row.id}`,
        urgent: (left ?? 99) <= 1,
      },
    ]
  })
}
