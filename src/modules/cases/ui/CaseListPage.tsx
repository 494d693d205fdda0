import { Checkbox } from 'antd'
import { z } from 'zod'
import { entrustingType } from '#law/terms/entrusting-type.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { DueDate } from '#web/kit/DueDate.tsx'
import { GrowingList } from '#web/kit/GrowingList.tsx'
import type { Column } from '#web/kit/Listing.tsx'
import { Page } from '#web/kit/Page.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { To } from '#web/kit/To.tsx'
import { useFilters } from '#web/useFilters.ts'
import { useQuery } from '#web/useQuery.ts'
import { type CaseListRow, listCases } from '../contract/case.ts'
import { caseLife } from '../lifecycle.ts'
import { caseTone } from './case-tones.ts'

const filterSchema = z.object({
  state: z.string().optional(),
  search: z.string().optional(),
  mine: z.enum(['true', 'false']).optional(),
  cursor: z.string().optional(),
})

const labelIn = (labels: Readonly<Record<string, string>>, code: string) => labels[code] ?? code

/** Why there is no date. */
const undue: Readonly<Record<string, string>> = { ACCEPTED: '协议生效后起算', SUSPENDED: '恢复后确定' }

const columns: readonly Column<CaseListRow>[] = [
  {
    title: '案件',
    cell: ({ id, code, title, courtCaseNo }) => (
      <>
        <To to={`/cases/${id}`}>
          <span className="number">{code}</span> {title}
        </To>
        {courtCaseNo && (
          <>
            <br />
            <span className="faint number">{courtCaseNo}</span>
          </>
        )}
      </>
    ),
  },
  {
    title: '状态',
    short: true,
    cell: ({ state }) => (
      <span>
        <StateTag of={caseLife} state={state} tone={caseTone(state)} />
      </span>
    ),
  },
  { title: '类型', short: true, cell: ({ ipType: type }) => labelIn(ipType.labels, type) },
  {
    title: '委托方',
    cell: ({ entrusting, entrustingType: type }) => (
      <span>
        {entrusting}
        <br />
        <span className="faint">{labelIn(entrustingType.labels, type)}</span>
      </span>
    ),
  },
  { title: '鉴定机构', cell: ({ institution }) => institution },
  { title: '主鉴定人', short: true, cell: ({ lead }) => lead ?? <span className="faint">未确定</span> },
  {
    title: '期限',
    cell: ({ state, due, workingDaysLeft, provisional }) =>
      due === null ? (
        <span className="faint">{undue[state] ?? '不再计算'}</span>
      ) : (
        <DueDate date={due} workingDaysLeft={workingDaysLeft} provisional={provisional} />
      ),
  },
]

/** Every case that the person may see, newest first. */
export function CaseListPage() {
  const [filters, setFilters] = useFilters(filterSchema)
  const query = useQuery(listCases, filters, { keep: true })
  return (
    <Page title="案件">
      <GrowingList
        what="案件"
        caption="案件，新受理的在前"
        filters={filters}
        setFilters={setFilters}
        query={query}
        columns={columns}
        urgent={({ warn }) => warn === 'overdue' || warn === 1}
        empty="还没有案件。委托被受理后，案件会自动出现在这里，并取得统一案件编码。"
        searchHint="案件编码、名称或案号"
        states={Object.entries(caseLife.states)}
        more={{
          set: filters.mine === 'true',
          control: (
            <Checkbox
              className="case-mine"
              checked={filters.mine === 'true'}
              onChange={({ target }) => setFilters({ mine: target.checked ? 'true' : undefined, cursor: '' })}
            >
              只看我参加的
            </Checkbox>
          ),
        }}
      />
    </Page>
  )
}
