import { Answered } from '#web/kit/Answered.tsx'
import { DueDate } from '#web/kit/DueDate.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { To } from '#web/kit/To.tsx'
import { useQuery } from '#web/useQuery.ts'
import { type WorkItem, workQueue } from '../contract.ts'

const columns: readonly Column<WorkItem>[] = [
  {
    title: '事项',
    cell: ({ link, number, title }) => (
      <To to={link}>
        {number && <span className="number">{number} </span>}
        {title}
      </To>
    ),
  },
  { title: '要办', short: true, cell: ({ kind }) => kind },
  { title: '状态', short: true, cell: ({ state }) => state },
  {
    title: '期限',
    cell: ({ due, workingDaysLeft, provisional, dueBecause }) => (
      <DueDate date={due} workingDaysLeft={workingDaysLeft} provisional={provisional} why={dueBecause} />
    ),
  },
  { title: '为什么等我', cell: ({ why }) => why },
]

/** The first page of every working day: what waits for me, due when, and why. */
export function WorkQueuePage() {
  const queue = useQuery(workQueue, {}, { everySeconds: 60 })
  return (
    <ListPage title="等我办理" total={queue.data?.items.length}>
      <Answered query={queue} what="等您办理的事项">
        {({ items }) => (
          <Listing
            caption="等我办理的事项，最急的在前"
            rows={items}
            rowKey={({ id }) => id}
            columns={columns}
            urgent={({ urgent }) => urgent}
            empty="现在没有等您办理的事项。有委托待受理、材料待交接、意见待复核或签名时，会自动列在这里，并写明期限和原因。"
          />
        )}
      </Answered>
    </ListPage>
  )
}
