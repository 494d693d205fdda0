import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { entrustingType } from '#law/terms/entrusting-type.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { DueDate } from '#web/kit/DueDate.tsx'
import { Labelled } from '#web/kit/Labelled.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
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
  const { data } = query
  return (
    <Page title="案件">
      <section className="sheet" aria-label="案件">
        <search className="filters" aria-label="筛选">
          <Search
            key={filters.search ?? ''}
            now={filters.search ?? ''}
            onSearch={(search) => setFilters({ search, cursor: '' })}
          />
          <Labelled label="状态">
            {(id) => (
              <Select
                id={id}
                allowClear
                style={{ width: 160 }}
                placeholder="全部"
                value={filters.state ?? null}
                options={Object.entries(caseLife.states).map(([value, label]) => ({ value, label }))}
                onChange={(state) => setFilters({ state: state ?? '', cursor: '' })}
              />
            )}
          </Labelled>
          <Checkbox
            className="case-mine"
            checked={filters.mine === 'true'}
            onChange={({ target }) => setFilters({ mine: target.checked ? 'true' : undefined, cursor: '' })}
          >
            只看我参加的
          </Checkbox>
        </search>
        {data && (
          <p className="faint count" role="status">
            共 <span className="number">{data.total}</span> {data.totalCapped ? '件以上' : '件'}
          </p>
        )}
        <Answered query={query} what="案件">
          {({ items, next }) => (
            <>
              <Listing
                caption="案件，新受理的在前"
                rows={items}
                rowKey={({ id }) => id}
                columns={columns}
                urgent={({ warn }) => warn === 'overdue' || warn === 1}
                empty={
                  filters.search || filters.state || filters.mine
                    ? '没有符合条件的案件。请换一个条件，或清除筛选。'
                    : '还没有案件。委托被受理后，案件会自动出现在这里，并取得统一案件编码。'
                }
              />
              <nav className="turn" aria-label="翻页">
                {filters.cursor && <Button onClick={() => setFilters({ cursor: '' })}>回到最新</Button>}
                {next && <Button onClick={() => setFilters({ cursor: next })}>更早的案件</Button>}
              </nav>
            </>
          )}
        </Answered>
      </section>
    </Page>
  )
}

function Search({ now, onSearch }: { readonly now: string; readonly onSearch: (search: string) => void }) {
  const [typed, setTyped] = useState(now)
  return (
    <Labelled label="查找">
      {(id) => (
        <Input.Search
          id={id}
          allowClear
          style={{ width: 280 }}
          placeholder="案件编码、名称或案号"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onSearch={onSearch}
        />
      )}
    </Labelled>
  )
}
