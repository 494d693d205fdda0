import { Checkbox } from 'antd'
import { z } from 'zod'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'
import { useFilters } from '#web/useFilters.ts'
import { useQuery } from '#web/useQuery.ts'
import { listNotices } from '../contract.ts'
import { documentTitle } from './document-title.ts'

const filterSchema = z.object({ unread: z.enum(['true', 'false']).optional().catch(undefined) })

type Notice = OutputOf<typeof listNotices>['items'][number]

const columns: readonly Column<Notice>[] = [
  {
    title: '通知',
    cell: ({ id, title, readAt }) => (
      <To to={`/notices/${id}`}>{readAt ? title : <strong>{title}</strong>}</To>
    ),
  },
  { title: '文书', short: true, cell: ({ document }) => documentTitle(document) ?? '—' },
  { title: '状态', short: true, cell: ({ readAt }) => (readAt ? '已读' : '未读') },
  { title: '时间', cell: ({ at }) => <span className="number">{shownTime(at)}</span> },
]

/** What the platform has told this person, newest first. */
export function NoticesPage() {
  const [{ unread }, setFilters] = useFilters(filterSchema)
  const query = useQuery(listNotices, { unread: unread ?? 'false' }, { keep: true })
  return (
    <ListPage
      title="通知"
      total={query.data?.items.length}
      filters={
        <Checkbox
          checked={unread === 'true'}
          onChange={({ target }) => setFilters({ unread: target.checked ? 'true' : undefined })}
        >
          只看未读
        </Checkbox>
      }
    >
      <Answered query={query} what="通知">
        {({ items }) => (
          <Listing
            caption="通知，新的在前"
            rows={items}
            rowKey={({ id }) => id}
            columns={columns}
            empty={
              unread === 'true'
                ? '没有未读通知。'
                : '还没有通知。受理、补正、不予受理、材料确认等事项办理后，会自动通知到这里。'
            }
          />
        )}
      </Answered>
    </ListPage>
  )
}
