import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { z } from 'zod'
import { beijingDate } from '#kernel/beijing.ts'
import { ipType } from '#law/terms/ip-type.ts'
import type { OutputOf } from '#web/call.ts'
import { DueDate } from '#web/kit/DueDate.tsx'
import { GrowingList } from '#web/kit/GrowingList.tsx'
import type { Column } from '#web/kit/Listing.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'
import { useSession } from '#web/session.tsx'
import { useFilters } from '#web/useFilters.ts'
import { useQuery } from '#web/useQuery.ts'
import { list, listDrafts } from '../contract/endpoints.ts'
import { commissionLife } from '../lifecycle.ts'
import { commissionTone } from './commission-tone.ts'
import './commission.css'

const filterSchema = z.object({
  state: z.string().optional(),
  search: z.string().optional(),
  cursor: z.string().optional(),
})

type Row = OutputOf<typeof list>['items'][number]

const labelIn = (labels: Readonly<Record<string, string>>, code: string) => labels[code] ?? code
const states = Object.entries(commissionLife.states).filter(([code]) => code !== commissionLife.initial)

const columns: readonly Column<Row>[] = [
  {
    title: '委托',
    cell: ({ id, title, caseCode }) => (
      <>
        <To to={`/commissions/${id}`}>{title}</To>
        {caseCode && (
          <>
            <br />
            <span className="faint number">{caseCode}</span>
          </>
        )}
      </>
    ),
  },
  {
    title: '状态',
    short: true,
    cell: ({ state }) => <StateTag of={commissionLife} state={state} tone={commissionTone(state)} />,
  },
  { title: '类型', short: true, cell: ({ ipType: type }) => labelIn(ipType.labels, type) },
  {
    title: '委托方与机构',
    cell: ({ entrusting, institution }) => (
      <>
        {entrusting}
        <br />
        <span className="faint">{institution}</span>
      </>
    ),
  },
  {
    title: '受理期限',
    cell: ({ due, workingDaysLeft, state }) =>
      state === 'SUPPLEMENT_REQUESTED' ? (
        <span className="faint">补正中，停止计算</span>
      ) : (
        <DueDate date={due} workingDaysLeft={workingDaysLeft} />
      ),
  },
  {
    title: '提交日',
    short: true,
    cell: ({ submittedAt }) => <span className="number">{beijingDate(new Date(submittedAt))}</span>,
  },
]

/** Every commission that the person may see, newest first; above it one's own drafts. */
export function CommissionListPage() {
  const [filters, setFilters] = useFilters(filterSchema)
  const query = useQuery(list, filters, { keep: true })
  const { roles } = useSession()
  const navigate = useNavigate()
  const entrusts = roles.includes('ENTRUSTING_OFFICER') || roles.includes('PARTY_REPRESENTATIVE')
  return (
    <Page
      title="委托"
      actions={
        entrusts && (
          <Button type="primary" onClick={() => void navigate({ to: '/commissions/new' })}>
            提出委托
          </Button>
        )
      }
    >
      {entrusts && <Drafts />}
      <GrowingList
        what="委托"
        caption="委托，新提交的在前"
        filters={filters}
        setFilters={setFilters}
        query={query}
        columns={columns}
        urgent={({ state, workingDaysLeft }) => state === 'SUBMITTED' && (workingDaysLeft ?? 9) <= 2}
        empty={
          entrusts
            ? '还没有委托。用“提出委托”填写委托书，随填随存，提交后由所选机构在七个工作日内决定是否受理。'
            : '还没有委托。委托方提交后会列在这里，并写明受理期限。'
        }
        searchHint="名称或统一案件编码"
        states={states}
      />
    </Page>
  )
}

/** Forms begun and not yet submitted; only their writer sees them. */
function Drafts() {
  const { data } = useQuery(listDrafts, {})
  if (!data || data.items.length === 0) return null
  return (
    <Section title="未提交的草稿" beside={<span className="faint">只有您本人能看到</span>}>
      <ul className="drafts">
        {data.items.map(({ id, title, savedAt }) => (
          <li key={id}>
            <To to="/commissions/new" search={{ draft: id }}>
              {title}
            </To>{' '}
            <span className="faint">保存于 {shownTime(savedAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
