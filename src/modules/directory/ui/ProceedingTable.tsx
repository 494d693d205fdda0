import type { OutputOf } from '#web/call.ts'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'
import { type listProceedings, proceedingTitles } from '../contract/proceedings.ts'
import { proceedingLife } from '../lifecycle.ts'

export type Proceeding = OutputOf<typeof listProceedings>['items'][number]

const columns: readonly Column<Proceeding>[] = [
  {
    title: '事项',
    cell: ({ id, kind }) => <To to={`/directory-proceedings/${id}`}>{proceedingTitles[kind]}</To>,
  },
  {
    title: '机构',
    cell: ({ institution, directoryNo }) => (
      <>
        {institution} <span className="number">{directoryNo}</span>
      </>
    ),
  },
  { title: '事由', cell: ({ reason }) => (reason.length > 60 ? `${reason.slice(0, 60)}…` : reason) },
  {
    title: '状态',
    short: true,
    cell: ({ state }) => (
      <StateTag of={proceedingLife} state={state} tone={state === 'OPEN' ? 'active' : 'closed'} />
    ),
  },
  { title: '提出', cell: ({ openedBy, openedAt }) => `${openedBy}，${shownTime(openedAt)}` },
]

export function ProceedingTable({ items }: { readonly items: readonly Proceeding[] }) {
  return (
    <Listing
      caption="名录事项，新的在前"
      rows={items}
      rowKey={({ id }) => id}
      columns={columns}
      empty="没有名录事项。退出、延续、移出、申诉和更正提出后，会出现在这里。"
    />
  )
}
