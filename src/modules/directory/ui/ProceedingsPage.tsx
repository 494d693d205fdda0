import { Checkbox } from 'antd'
import { z } from 'zod'
import { Answered } from '#web/kit/Answered.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { useFilters } from '#web/useFilters.ts'
import { useQuery } from '#web/useQuery.ts'
import { listProceedings } from '../contract/proceedings.ts'
import { ProceedingTable } from './ProceedingTable.tsx'

const filterSchema = z.object({ state: z.enum(['OPEN']).optional().catch(undefined) })

/** What is asked of the national office about places in the list. */
export function ProceedingsPage() {
  const [{ state }, setFilters] = useFilters(filterSchema)
  const query = useQuery(listProceedings, state ? { state } : {}, { keep: true })
  return (
    <ListPage
      title="名录事项"
      total={query.data?.items.length}
      filters={
        <Checkbox
          checked={state === 'OPEN'}
          onChange={({ target }) => setFilters({ state: target.checked ? 'OPEN' : undefined })}
        >
          只看待决定
        </Checkbox>
      }
    >
      <Answered query={query} what="名录事项">
        {({ items }) => <ProceedingTable items={items} />}
      </Answered>
    </ListPage>
  )
}
