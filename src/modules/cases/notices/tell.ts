import type { Chance, Tx } from '#kernel/capabilities.ts'
import type { NoticeKind } from '#modules/notices/document/kinds.ts'
import { notify } from '#modules/notices/module.ts'
import type { CaseRow } from '../store.ts'

interface Told {
  readonly tx: Tx
  readonly chance: Chance
  readonly now: Date
  readonly row: Pick<CaseRow, 'id' | 'title' | 'institution_id' | 'entrusting_organisation_id'>
  readonly title: string
  readonly body: string
  /** Screen below the case: `/plan`. */
  readonly at?: string
  /** Kind of formal notice, where it is also a document. */
  readonly document?: NoticeKind
}

type Recipient = Parameters<typeof notify>[1]['to']

/** The notice in writing that the rules ask for: everyone of the entrusting organisation sees it. */
export function tellClient(told: Told): Promise<void> {
  return tell(told, { organisationId: told.row.entrusting_organisation_id })
}

export function tellInstitution(told: Told, role: string): Promise<void> {
  return tell(told, { organisationId: told.row.institution_id, role })
}

export function tellPerson(told: Told, accountId: string): Promise<void> {
  return tell(told, { accountId })
}

function tell({ tx, chance, now, row, title, body, at = '', document }: Told, to: Recipient): Promise<void> {
  return notify(tx, {
    chance,
    now,
    matter: row.id,
    to,
    title: `${title}：${row.title}`,
    body,
    link: `/app/cases/${row.id}${at}`,
    ...(document ? { document } : {}),
  })
}
