import { Checkbox } from 'antd'
import { z } from 'zod'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { DueDate } from '#web/kit/DueDate.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'
import { useFilters } from '#web/useFilters.ts'
import { useQuery } from '#web/useQuery.ts'
import { listEntryErrors } from '../contract/entry-errors.ts'
import { entryErrorLife } from '../lifecycle.ts'

const filterSchema = z.object({ state: z.enum(['OPEN', 'ANSWERED']).optional().catch(undefined) })

type Report = OutputOf<typeof listEntryErrors>['items'][number]

const columns: readonly Column<Report>[] = [
  {
    title: '条目',
    cell: ({ id, name, key }) => (
      <To to={`/entry-errors/${id}`}>
        {name} <span className="number">{key.slice(key.indexOf(':') + 1)}</span>
      </To>
    ),
  },
  { title: '报告内容', cell: ({ what }) => (what.length > 60 ? `${what.slice(0, 60)}…` : what) },
  {
    title: '答复期限',
    cell: ({ due, workingDaysLeft }) =>
      workingDaysLeft === null ? '—' : <DueDate date={due} workingDaysLeft={workingDaysLeft} />,
  },
  {
    title: '状态',
    short: true,
    cell: ({ state }) => (
      <StateTag of={entryErrorLife} state={state} tone={state === 'OPEN' ? 'active' : 'closed'} />
    ),
  },
  { title: '报告时间', cell: ({ reportedAt }) => <span className="number">{shownTime(reportedAt)}</span> },
]

/** What the public says is wrong with the list: to be answered in this person's province, or everywhere. */
export function EntryErrorsPage() {
  const [{ state }, setFilters] = useFilters(filterSchema)
  const query = useQuery(listEntryErrors, state ? { state } : {}, { keep: true })
  return (
    <ListPage
      title="名录纠错"
      total={query.data?.items.length}
      filters={
        <Checkbox
          checked={state === 'OPEN'}
          onChange={({ target }) => setFilters({ state: target.checked ? 'OPEN' : undefined })}
        >
          只看待答复
        </Checkbox>
      }
    >
      <Answered query={query} what="名录纠错">
        {({ items }) => (
          <Listing
            caption="名录纠错报告，新的在前"
            rows={items}
            rowKey={({ id }) => id}
            columns={columns}
            empty="还没有纠错报告。公众在名录的公开页面上报告登记错误后，会出现在这里。"
            urgent={({ workingDaysLeft }) => (workingDaysLeft ?? 99) <= 2}
          />
        )}
      </Answered>
    </ListPage>
  )
}
