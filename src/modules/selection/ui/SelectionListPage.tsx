import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { ipType } from '#law/terms/ip-type.ts'
import { selectionWay } from '#law/terms/selection.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { To } from '#web/kit/To.tsx'
import { useSession } from '#web/session.tsx'
import { useQuery } from '#web/useQuery.ts'
import { listSelections, type SelectionRow } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { selectionTone } from './selection-tone.ts'

const types: Readonly<Record<string, string>> = ipType.labels

const columns: readonly Column<SelectionRow>[] = [
  {
    title: '遴选',
    cell: ({ id, title, caseNo }) => (
      <>
        <To to={`/selections/${id}`}>{title}</To>
        <br />
        <span className="faint number">{caseNo}</span>
      </>
    ),
  },
  {
    title: '状态',
    short: true,
    cell: ({ state }) => <StateTag of={selectionLife} state={state} tone={selectionTone(state)} />,
  },
  { title: '类型', short: true, cell: ({ ipType: type }) => types[type] ?? type },
  { title: '选定方式', short: true, cell: ({ way }) => (way ? selectionWay.label(way) : '—') },
  { title: '机构', cell: ({ institution }) => institution ?? '—' },
  { title: '期限', short: true, cell: ({ due }) => <span className="number">{due ?? '—'}</span> },
]

/** Selections of the authority, or those that were offered to the institution, newest first. */
export function SelectionListPage() {
  const { roles } = useSession()
  const navigate = useNavigate()
  const query = useQuery(listSelections, {})
  const officer = roles.includes('ENTRUSTING_OFFICER')
  return (
    <ListPage
      title="遴选"
      total={query.data?.items.length}
      actions={
        officer && (
          <Button type="primary" onClick={() => void navigate({ to: '/selections/new' })}>
            提出遴选需求
          </Button>
        )
      }
    >
      <Answered query={query} what="遴选">
        {({ items }) => (
          <Listing
            caption="遴选，新提出的在前"
            rows={items}
            rowKey={({ id }) => id}
            columns={columns}
            empty={
              officer
                ? '还没有遴选。不知道委托哪家机构时，可以提出需求，从名录里选定。'
                : '还没有选定本机构的遴选。被选定后会有通知，并列在这里。'
            }
          />
        )}
      </Answered>
    </ListPage>
  )
}
