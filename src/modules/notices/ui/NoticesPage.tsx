import { Button, Checkbox } from 'antd'
import { z } from 'zod'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'
import { useCommand } from '#web/useCommand.ts'
import { useFilters } from '#web/useFilters.ts'
import { useQuery } from '#web/useQuery.ts'
import { listNotices, markAllRead } from '../contract.ts'
import { kindOf } from '../document/kinds.ts'

const filterSchema = z.object({
  unread: z.enum(['true', 'false']).optional().catch(undefined),
  cursor: z.string().optional(),
})

type Notice = OutputOf<typeof listNotices>['items'][number]

const columns: readonly Column<Notice>[] = [
  {
    title: '通知',
    cell: ({ id, title, readAt }) => (
      <To to={`/notices/${id}`}>{readAt ? title : <strong>{title}</strong>}</To>
    ),
  },
  {
    title: '案件编码',
    short: true,
    cell: ({ caseCode }) => (caseCode ? <span className="number">{caseCode}</span> : '—'),
  },
  { title: '文书', short: true, cell: ({ document }) => kindOf(document)?.title ?? '—' },
  { title: '状态', short: true, cell: ({ readAt }) => (readAt ? '已读' : '未读') },
  { title: '时间', cell: ({ at }) => <span className="number">{shownTime(at)}</span> },
]

/** What the platform has told this person, newest first. */
export function NoticesPage() {
  const [{ unread, cursor }, setFilters] = useFilters(filterSchema)
  const query = useQuery(
    listNotices,
    { unread: unread ?? 'false', ...(cursor ? { cursor } : {}) },
    { keep: true },
  )
  const all = useCommand(markAllRead, { said: '已全部标为已读' })
  const newest = query.data?.items[0]
  return (
    <ListPage
      title="通知"
      total={query.data?.total}
      actions={
        newest &&
        !cursor &&
        (query.data?.unread ?? 0) > 0 && (
          <Button loading={all.pending} onClick={() => void all.run({ until: newest.at })}>
            全部已读
          </Button>
        )
      }
      filters={
        <Checkbox
          checked={unread === 'true'}
          onChange={({ target }) => setFilters({ unread: target.checked ? 'true' : undefined, cursor: '' })}
        >
          只看未读
        </Checkbox>
      }
    >
      {all.problem && <ProblemPanel problem={all.problem} />}
      <Answered query={query} what="通知">
        {({ items, next }) => (
          <>
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
            {(cursor || next) && (
              <nav className="turn" aria-label="翻页">
                {cursor && <Button onClick={() => setFilters({ cursor: '' })}>回到最新</Button>}
                {next && <Button onClick={() => setFilters({ cursor: next })}>更早的通知</Button>}
              </nav>
            )}
          </>
        )}
      </Answered>
    </ListPage>
  )
}
