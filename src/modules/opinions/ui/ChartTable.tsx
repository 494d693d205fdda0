import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ChartRow, Citation, Claim } from '../contract/chart.ts'
import type { ListedMaterial } from '../rules/chart.ts'
import { ChartRowLine } from './ChartRowLine.tsx'
import { columnTitles } from './chart-columns.tsx'
import type { Appraiser } from './Votes.tsx'

export interface Workbench {
  readonly id: string
  readonly claims: readonly Claim[]
  readonly rows: readonly ChartRow[]
  readonly appraisers: readonly Appraiser[]
  readonly materials: readonly ListedMaterial[]
}

interface ChartTableProps {
  readonly chart: Workbench
  /** May cells be edited at all; the reason is said by the page. */
  readonly open: boolean
  readonly onFocusRow: (rowId: string) => void
  readonly onEvidence: (citation: Citation) => void
}

export interface Cell {
  readonly rowId: string
  readonly column: number
}

const moves: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The chart as a grid: arrows move by cell, Enter edits, Escape leaves; one cell at a time is in the tab order. */
export function ChartTable({ chart, open, onFocusRow, onEvidence }: ChartTableProps) {
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Cell>()
  const [editing, setEditing] = useState(false)
  const here =
    at && chart.rows.some(({ id }) => id === at.rowId) ? at : { rowId: chart.rows[0]?.id ?? '', column: 0 }

  const cellAt = ({ rowId, column }: Cell) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${rowId}:${column}"]`)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields of a cell exist only after it was drawn for editing
  useEffect(() => {
    if (editing && !cellAt(here)?.querySelector(':focus'))
      cellAt(here)?.querySelector<HTMLElement>('input, textarea, select, button')?.focus()
  }, [editing, here.rowId, here.column])

  function go(next: Cell) {
    setEditing(false)
    setAt(next)
    onFocusRow(next.rowId)
  }

  function leave() {
    setEditing(false)
    cellAt(here)?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (editing) {
      if (event.key !== 'Escape') return
      event.preventDefault()
      return leave()
    }
    if (!(event.target instanceof HTMLTableCellElement)) {
      if (event.key === 'Escape') leave()
      return
    }
    const move = moves[event.key]
    if (move) {
      event.preventDefault()
      const row = chart.rows.findIndex(({ id }) => id === here.rowId)
      const nextRow = chart.rows[Math.min(Math.max(row + move[0], 0), chart.rows.length - 1)]
      const column = Math.min(Math.max(here.column + move[1], 0), columnTitles.length - 1)
      if (nextRow) cellAt({ rowId: nextRow.id, column })?.focus()
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault()
      cellAt({ ...here, column: event.key === 'Home' ? 0 : columnTitles.length - 1 })?.focus()
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault()
      enter()
    }
  }

  /** The last column holds no fields of its own: Enter goes to its button. */
  function enter() {
    if (here.column === columnTitles.length - 1 || !open)
      cellAt(here)?.querySelector<HTMLElement>('button')?.focus()
    else setEditing(true)
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved through by cell is a grid
    <table ref={table} role="grid" className="chart" aria-label="技术特征比对表" onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {columnTitles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.rows.map((row) => (
          <ChartRowLine
            key={row.id}
            chart={chart}
            row={row}
            open={open}
            tabColumn={row.id === here.rowId ? here.column : undefined}
            editing={editing && row.id === here.rowId ? here.column : undefined}
            onEnter={(column) => go({ rowId: row.id, column })}
            onEdit={(column) => {
              go({ rowId: row.id, column })
              setEditing(open)
            }}
            onLeave={() => setEditing(false)}
            onEvidence={onEvidence}
          />
        ))}
      </tbody>
    </table>
  )
}
