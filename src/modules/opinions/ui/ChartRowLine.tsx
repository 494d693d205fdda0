import { type FocusEvent, useEffect } from 'react'
import { call } from '#web/call.ts'
import { TraceMark } from '#web/kit/TraceMark.tsx'
import { useCommand } from '#web/useCommand.ts'
import { type ChartRow, type Citation, type RowContent, removeRow, saveRow } from '../contract/chart.ts'
import { CellEditor } from './CellEditor.tsx'
import type { Workbench } from './ChartTable.tsx'
import { citedWords, columnTitles, Missing, shownCell } from './chart-columns.tsx'
import { type Saving, useSaving } from './useSaving.ts'
import { Dissents, Votes } from './Votes.tsx'

interface ChartRowLineProps {
  readonly chart: Workbench
  readonly row: ChartRow
  readonly open: boolean
  /** The column that is in the tab order; undefined in every other row. */
  readonly tabColumn: number | undefined
  readonly editing: number | undefined
  readonly onEnter: (column: number) => void
  readonly onEdit: (column: number) => void
  readonly onLeave: () => void
  readonly onEvidence: (citation: Citation) => void
}

/** One feature. What is changed in a cell is saved when the cell is left; who changed the row meanwhile is told. */
export function ChartRowLine(props: ChartRowLineProps) {
  const { chart, row, open, tabColumn, editing, onEnter, onEdit, onLeave } = props
  const saving = useSaving<RowContent>({
    stored: contentOf(row),
    version: row.version,
    save: (value, version, key) => call(saveRow, { id: chart.id, rowId: row.id, version, ...value }, { key }),
  })
  const { commit } = saving
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving a cell is what saves
  useEffect(() => {
    if (editing === undefined) commit()
  }, [editing])

  function leaveCell(event: FocusEvent<HTMLElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) onLeave()
  }

  const shown = { ...row, ...saving.value }
  return (
    <tr className={saving.problem ? 'chart-row row-refused' : 'chart-row'} aria-label={`特征${row.label}`}>
      {columnTitles.map((title, column) => {
        const Element = column === 0 ? 'th' : 'td'
        return (
          <Element
            key={title}
            {...(column === 0 ? { scope: 'row' as const } : {})}
            data-cell={`${row.id}:${column}`}
            data-label={title}
            tabIndex={tabColumn === column ? 0 : -1}
            className={editing === column ? 'cell-editing' : undefined}
            onFocus={() => tabColumn !== column && onEnter(column)}
            onDoubleClick={() => column < 5 && editing !== column && onEdit(column)}
            onClick={() => column < 4 && open && editing !== column && touched() && onEdit(column)}
            onBlur={editing === column ? leaveCell : undefined}
          >
            {editing === column ? (
              <CellEditor
                column={column}
                value={saving.value}
                onChange={saving.change}
                claims={chart.claims}
                materials={chart.materials}
              />
            ) : (
              <Shown {...props} column={column} row={shown} />
            )}
            {column === 0 && <RowState chart={chart} row={row} saving={saving} open={open} />}
          </Element>
        )
      })}
    </tr>
  )
}

function Shown({
  column,
  row,
  chart,
  open,
  onEvidence,
  onEdit,
}: ChartRowLineProps & { readonly column: number }) {
  if (column === 5) return <Votes caseId={chart.id} row={row} appraisers={chart.appraisers} open={open} />
  if (column === 3)
    return (
      <>
        {shownCell(column, row)}
        <Dissents row={row} />
      </>
    )
  if (column !== 4) return shownCell(column, row)
  return (
    <ul className="citations">
      {row.evidence.map((each) => (
        <li key={`${each.materialId} ${each.locator}`}>
          <button type="button" className="link-button" tabIndex={-1} onClick={() => onEvidence(each)}>
            {citedWords(chart.materials, each)}
          </button>
        </li>
      ))}
      {row.evidence.length === 0 && (
        <li>
          <Missing>未引证据</Missing>
        </li>
      )}
      {open && (
        <li className="touch-only">
          <button type="button" className="link-button" tabIndex={-1} onClick={() => onEdit(4)}>
            修改证据
          </button>
        </li>
      )}
    </ul>
  )
}

interface RowStateProps {
  readonly chart: Workbench
  readonly row: ChartRow
  readonly saving: Saving<RowContent>
  readonly open: boolean
}

function RowState({ chart, row, saving, open }: RowStateProps) {
  const removal = useCommand(removeRow)
  const { problem } = saving
  const reasons = [problem, removal.problem].flatMap((each) => (each ? [each] : []))
  return (
    <div className="row-state no-print">
      {reasons.map((each) => (
        <div key={each.detail} role="alert" className="cell-wrong">
          {each.detail}
          {each.violations.map(({ rule, remedy }) => (
            <p key={rule}>办法：{remedy}</p>
          ))}
          {problem && (
            <button type="button" className="link-button" onClick={saving.takeStored}>
              放弃我的改动，取最新内容
            </button>
          )}
        </div>
      ))}
      <span role="status">
        {saving.busy ? '正在保存…' : saving.dirty ? '有改动未保存' : ''}
        {!saving.busy && !saving.dirty && saving.traceIndex !== null && (
          <TraceMark index={saving.traceIndex} />
        )}
      </span>
      {open && (
        <button
          type="button"
          className="link-button"
          tabIndex={-1}
          aria-label={`删除特征${row.label}`}
          onClick={() => void removal.run({ id: chart.id, rowId: row.id, version: row.version })}
        >
          删除
        </button>
      )}
    </div>
  )
}

function contentOf({
  id: _,
  claimText: __,
  version: ___,
  savedBy: ____,
  savedAt: _____,
  votes: ______,
  ...row
}: ChartRow): RowContent {
  return row
}

/** A finger has no double click. */
function touched(): boolean {
  return matchMedia('(pointer: coarse)').matches
}
