import { useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { z } from 'zod'
import { certainty } from '#law/terms/certainty.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { standardKind, standardLayer } from '#law/terms/standard.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { Labelled } from '#web/kit/Labelled.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { StateTag } from '#web/kit/StateTag.tsx'
import { To } from '#web/kit/To.tsx'
import { useSession } from '#web/session.tsx'
import { useFilters } from '#web/useFilters.ts'
import { useQuery } from '#web/useQuery.ts'
import { type ListedStandard, listStandards } from '../contract/standards.ts'
import { standardLife } from '../lifecycle.ts'

const filterSchema = z.object({
  layer: standardLayer.schema.optional().catch(undefined),
  ipType: ipType.schema.optional().catch(undefined),
})

const columns: readonly Column<ListedStandard>[] = [
  {
    title: '标准',
    cell: ({ slug, title, number }) => (
      <To to={`/standards/${slug}`}>
        {title} <span className="number">{number ?? '（编号待核实）'}</span>
      </To>
    ),
  },
  { title: '层次', short: true, cell: ({ layer }) => standardLayer.label(layer) },
  { title: '类别', short: true, cell: ({ kind }) => standardKind.label(kind) },
  {
    title: '状态',
    short: true,
    cell: ({ state }) => (
      <StateTag of={standardLife} state={state} tone={state === 'EFFECTIVE' ? 'active' : 'waiting'} />
    ),
  },
  {
    title: '实施日期',
    short: true,
    cell: ({ effectiveFrom }) => <span className="number">{effectiveFrom ?? '—'}</span>,
  },
  { title: '待确认条款', numeric: true, cell: ({ clauses, unconfirmed }) => `${unconfirmed} / ${clauses}` },
  { title: '把握程度', short: true, cell: (standard) => certainty.label(standard.certainty) },
]

/** The register of standards; the public page shows the same with its gaps. */
export function StandardsPage() {
  const [filters, setFilters] = useFilters(filterSchema)
  const query = useQuery(listStandards, {}, { keep: true })
  const navigate = useNavigate()
  const keeps = useSession().roles.some((role) => ['ASSOCIATION_SECRETARY', 'CNIPA_OFFICER'].includes(role))
  const shown = (query.data?.standards ?? []).filter(
    ({ layer, ipTypes }) =>
      (!filters.layer || layer === filters.layer) && (!filters.ipType || ipTypes.includes(filters.ipType)),
  )
  return (
    <ListPage
      title="标准登记"
      total={query.data && shown.length}
      actions={
        keeps && (
          <>
            <Button type="primary" onClick={() => void navigate({ to: '/standards/enter' })}>
              登记标准
            </Button>
            <Button onClick={() => void navigate({ to: '/standards/known' })}>已知标准</Button>
          </>
        )
      }
      filters={
        <>
          <Labelled label="层次">
            {(id) => (
              <Select
                id={id}
                allowClear
                placeholder="全部"
                className="filter-select"
                options={optionsOf(standardLayer)}
                value={filters.layer ?? null}
                onChange={(layer) => setFilters({ layer: layer ?? undefined })}
              />
            )}
          </Labelled>
          <Labelled label="类型">
            {(id) => (
              <Select
                id={id}
                allowClear
                virtual={false}
                placeholder="全部"
                className="filter-select"
                options={optionsOf(ipType)}
                value={filters.ipType ?? null}
                onChange={(type) => setFilters({ ipType: type ?? undefined })}
              />
            )}
          </Labelled>
        </>
      }
    >
      <p className="intro">
        <a href="/standards">公开页</a>按层次和类型列出全部标准，并标明缺口。
      </p>
      <Answered query={query} what="标准">
        {() => (
          <Listing
            caption="标准清单"
            rows={shown}
            rowKey={({ slug }) => slug}
            columns={columns}
            empty="没有符合条件的标准。由秘书处或者国家知识产权局用“登记标准”登记后列在这里。"
          />
        )}
      </Answered>
    </ListPage>
  )
}
