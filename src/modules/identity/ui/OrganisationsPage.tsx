import { useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { z } from 'zod'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { Labelled } from '#web/kit/Labelled.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { To } from '#web/kit/To.tsx'
import { useSession } from '#web/session.tsx'
import { useFilters } from '#web/useFilters.ts'
import { useQuery } from '#web/useQuery.ts'
import { listOrganisations, organisationKind } from '../contract.ts'

const filterSchema = z.object({ kind: organisationKind.schema.optional().catch(undefined) })

type Organisation = OutputOf<typeof listOrganisations>['organisations'][number]

const columns: readonly Column<Organisation>[] = [
  {
    title: '单位',
    cell: ({ id, name }) => (
      <To to="/accounts" search={{ organisation: id }}>
        {name}
      </To>
    ),
  },
  { title: '类别', short: true, cell: ({ kind }) => organisationKind.label(kind) },
  {
    title: '统一社会信用代码',
    cell: ({ unifiedSocialCreditCode }) => <span className="number">{unifiedSocialCreditCode ?? '—'}</span>,
  },
  { title: '行政区划', cell: ({ region }) => <span className="number">{region ?? '—'}</span> },
]

/** Every organisation whose people work on the platform; each leads to its accounts. */
export function OrganisationsPage() {
  const [filters, setFilters] = useFilters(filterSchema)
  const query = useQuery(listOrganisations, filters, { keep: true })
  const navigate = useNavigate()
  const mayCreate = useSession().roles.includes('SYSTEM_ADMIN')
  return (
    <ListPage
      title="单位"
      total={query.data?.organisations.length}
      actions={
        mayCreate && (
          <Button type="primary" onClick={() => void navigate({ to: '/organisations/create' })}>
            登记单位
          </Button>
        )
      }
      filters={
        <Labelled label="类别">
          {(id) => (
            <Select
              id={id}
              allowClear
              placeholder="全部"
              className="filter-select"
              options={optionsOf(organisationKind)}
              value={filters.kind ?? null}
              onChange={(kind) => setFilters({ kind: kind ?? undefined })}
            />
          )}
        </Labelled>
      }
    >
      <Answered query={query} what="单位">
        {({ organisations }) => (
          <Listing
            caption="单位清单"
            rows={organisations}
            rowKey={({ id }) => id}
            columns={columns}
            empty="这一类还没有单位。由系统管理员用“登记单位”登记后列在这里。"
          />
        )}
      </Answered>
    </ListPage>
  )
}
