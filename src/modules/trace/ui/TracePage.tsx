import { useParams } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { z } from 'zod'
import { CaseFrame } from '#modules/cases/ui/CaseFrame.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Labelled } from '#web/kit/Labelled.tsx'
import { To } from '#web/kit/To.tsx'
import { useFilters } from '#web/useFilters.ts'
import { useQuery } from '#web/useQuery.ts'
import { matterTrace, stage, type TraceEntry } from '../contract.ts'
import { LogKeyNote } from './LogKeyNote.tsx'
import { TraceLine } from './TraceLine.tsx'
import './trace.css'

const kinds = { done: '已办理', refused: '被拒绝', read: '查阅' } as const

const filterSchema = z.object({
  stage: stage.schema.default('ACCEPTANCE'),
  kind: z.enum(['done', 'refused', 'read']).optional(),
  text: z.string().optional(),
})
type Filters = z.output<typeof filterSchema>

/** Everything that was done, tried and read about a case, in its three stages. On paper all three follow one another. */
export function TracePage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(matterTrace, { id }, { everySeconds: 30 })
  const [filters, setFilters] = useFilters(filterSchema)
  return (
    <CaseFrame
      id={id}
      title="过程留痕"
      actions={<Button onClick={() => window.print()}>打印全部留痕</Button>}
    >
      <Answered query={query} what="留痕">
        {({ entries, stages, more }) => (
          <section className="sheet trace-sheet" aria-label="过程留痕">
            <Stages id={id} here={filters.stage} stages={stages} />
            <search className="filters" aria-label="筛选">
              <Labelled label="种类">
                {(control) => (
                  <Select
                    id={control}
                    className="filter-select"
                    allowClear
                    placeholder="全部"
                    value={filters.kind}
                    options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
                    onChange={(kind: Filters['kind']) => setFilters({ kind })}
                  />
                )}
              </Labelled>
              <Labelled label="查找">
                {(control) => (
                  <Input
                    placeholder="事项或人"
                    id={control}
                    allowClear
                    defaultValue={filters.text}
                    onChange={({ target }) => setFilters({ text: target.value })}
                  />
                )}
              </Labelled>
            </search>
            {stage.codes.map((code) => (
              <Stage key={code} code={code} filters={filters} entries={entries} />
            ))}
            {more && (
              <p className="due-soon">
                留痕很多，这里只列最早的 {entries.length} 条，其后还有；全部由审计以 fsck 核对。
              </p>
            )}
            <LogKeyNote />
          </section>
        )}
      </Answered>
    </CaseFrame>
  )
}

interface StagesProps {
  readonly id: string
  readonly here: Filters['stage']
  readonly stages: readonly { stage: Filters['stage']; done: number; refused: number; read: number }[]
}

function Stages({ id, here, stages }: StagesProps) {
  return (
    <nav className="case-tabs trace-stages" aria-label="留痕环节">
      <ul>
        {stages.map(({ stage: code, done, refused, read }) => (
          <li
            key={code}
            className={code === here ? 'case-tab-here' : undefined}
            aria-current={code === here ? 'true' : undefined}
          >
            <To to={`/cases/${id}/trace`} search={{ stage: code }}>
              {stage.label(code)} <span className="number">{done + refused + read}</span>
            </To>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface StageProps {
  readonly code: Filters['stage']
  readonly filters: Filters
  readonly entries: readonly TraceEntry[]
}

function Stage({ code, filters, entries }: StageProps) {
  const all = entries.filter((entry) => entry.stage === code)
  const shown = all.filter((entry) => fits(entry, filters))
  return (
    <section className="trace-panel" hidden={code !== filters.stage} aria-label={stage.label(code)}>
      <h3>{stage.label(code)}</h3>
      <p className="faint" role={code === filters.stage ? 'status' : undefined}>
        {completeness(all)}
        {shown.length < all.length && `；筛选后显示 ${shown.length} 条`}
      </p>
      {all.length === 0 ? (
        <Empty>这个环节还没有留痕。办理、被拒绝的办理和对密封材料的查阅，都会自动记在这里。</Empty>
      ) : (
        <ol className="trace">
          {shown.map((entry) => (
            <TraceLine key={entry.index} entry={entry} />
          ))}
        </ol>
      )}
    </section>
  )
}

function completeness(entries: readonly TraceEntry[]): string {
  const count = (kind: TraceEntry['kind']) => entries.filter((entry) => entry.kind === kind).length
  const published = entries.filter((entry) => entry.published).length
  const parts = Object.entries(kinds).map(
    ([kind, label]) => `${label} ${count(kind as TraceEntry['kind'])} 条`,
  ) // keys of kinds
  return `${parts.join('，')}；其中 ${published} 条已公布，${entries.length - published} 条尚未公布`
}

function fits({ kind, title, by }: TraceEntry, filters: Filters): boolean {
  if (filters.kind && kind !== filters.kind) return false
  return `${title} ${by.name} ${by.organisation}`.includes(filters.text ?? '')
}
