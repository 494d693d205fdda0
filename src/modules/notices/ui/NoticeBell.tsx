import { To } from '#web/kit/To.tsx'
import { useQuery } from '#web/useQuery.ts'
import { listNotices } from '../contract.ts'

/** How many notices wait unread, as words and a number; leads to them. */
export function NoticeBell() {
  const { data } = useQuery(listNotices, { unread: 'true' }, { everySeconds: 60 })
  const unread = data?.unread ?? 0
  return (
    <To to="/notices" className="notice-bell">
      通知
      {unread > 0 && (
        <>
          {' '}
          <span className="number notice-count">{unread}</span>
          <span className="visually-hidden"> 条未读</span>
        </>
      )}
    </To>
  )
}
