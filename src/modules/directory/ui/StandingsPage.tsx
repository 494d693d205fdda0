import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { To } from '#web/kit/To.tsx'
import { useQuery } from '#web/useQuery.ts'
import { listInstitutions } from '../contract/institutions.ts'
import { institutionLife } from '../lifecycle.ts'

type Institution = OutputOf<typeof listInstitutions>['institutions'][number]

const columns: readonly Column<Institution>[] = [
  { title: '机构', cell: ({ id, name }) => <To to={`/standing/${id}`}>{name}</To> },
  { title: '名录编号', cell: ({ directoryNo }) => <span className="number">{directoryNo}</span> },
  { title: '机构负责人', cell: ({ personInCharge }) => personInCharge },
  {
    title: '状态',
    short: true,
    cell: ({ state }) => (
      <StateTag of={institutionLife} state={state} tone={state === 'LISTED' ? 'active' : 'closed'} />
    ),
  },
]

/** Every institution that ever was on the list, to suspend, restore, or propose something about it. */
export function StandingsPage() {
  const query = useQuery(listInstitutions, {})
  return (
    <ListPage title="在册机构" total={query.data?.institutions.length}>
      <Answered query={query} what="在册机构">
        {({ institutions }) => (
          <Listing
            caption="按名录编号排列"
            rows={institutions}
            rowKey={({ id }) => id}
            columns={columns}
            empty="名录中还没有机构。"
          />
        )}
      </Answered>
    </ListPage>
  )
}
