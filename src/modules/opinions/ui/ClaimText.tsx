import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { uncovered } from '#analysis/claim-chart/cover-claim.ts'
import type { ChartRow, Claim } from '../contract/chart.ts'

export interface Piece {
  readonly claimNo: string
  readonly start: number
  readonly end: number
}

interface ClaimTextProps {
  readonly claim: Claim
  readonly rows: readonly ChartRow[]
  /** The row that has the focus; its words are lit. */
  readonly lit: string | undefined
  /** Given where rows can be added. */
  readonly onTake?: (piece: Piece) => void
}

/** The claim as filed. Each feature's words are underlined, those of the focused row lit, what no row covers is marked. */
export function ClaimText({ claim, rows, lit, onTake }: ClaimTextProps) {
  const text = useRef<HTMLParagraphElement>(null)
  const [chosen, setChosen] = useState<Piece>()
  const own = rows.filter(({ claimNo }) => claimNo === claim.no)
  const gaps = uncovered(claim.text, own)

  function choose() {
    const range = selectedRange(text.current)
    setChosen(range ? { claimNo: claim.no, ...range } : undefined)
  }

  return (
    <section className="claim" aria-label={`权利要求${claim.no}`}>
      <h3>权利要求{claim.no}</h3>
      <p ref={text} className="claim-text" onMouseUp={onTake ? choose : undefined}>
        {pieces(claim.text, own, gaps).map(({ start, end, row, open }) => (
          <Words key={start} start={start} row={row} open={open} lit={row !== undefined && row.id === lit}>
            {claim.text.slice(start, end)}
          </Words>
        ))}
      </p>
      {onTake && chosen && (
        <p className="claim-take">
          <Button
            size="small"
            onClick={() => {
              onTake(chosen)
              setChosen(undefined)
            }}
          >
            把所选文字作为一项特征
          </Button>
          <span className="faint">“{claim.text.slice(chosen.start, chosen.end)}”</span>
        </p>
      )}
      {gaps.length > 0 && (
        <ul className="claim-gaps">
          {gaps.map((gap) => (
            <li key={gap.start}>
              未列入：“{claim.text.slice(gap.start, gap.end).trim()}”
              {onTake && (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => onTake({ claimNo: claim.no, ...trimmed(claim.text, gap) })}
                >
                  作为一项特征
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface WordsProps {
  readonly start: number
  readonly row: ChartRow | undefined
  readonly open: boolean
  readonly lit: boolean
  readonly children: ReactNode
}

function Words({ start, row, open, lit, children }: WordsProps) {
  if (lit)
    return (
      <mark data-start={start} className="claim-lit" title={`特征${row?.label}`}>
        {children}
      </mark>
    )
  const look = row ? 'claim-feature' : open ? 'claim-open' : undefined
  return (
    <span
      data-start={start}
      className={look}
      title={row ? `特征${row.label}` : open ? '没有列入任何特征' : undefined}
    >
      {children}
    </span>
  )
}

interface Cut {
  readonly start: number
  readonly end: number
  readonly row: ChartRow | undefined
  readonly open: boolean
}

/** The text cut at every edge of a feature or gap. */
function pieces(
  text: string,
  rows: readonly ChartRow[],
  gaps: readonly { start: number; end: number }[],
): readonly Cut[] {
  const edges = [0, text.length, ...[...rows, ...gaps].flatMap(({ start, end }) => [start, end])]
  const cuts = [...new Set(edges)].filter((edge) => edge <= text.length).sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, i) => ({
    start,
    end: cuts[i + 1] ?? text.length,
    row: rows.find((row) => row.start <= start && start < row.end),
    open: gaps.some((gap) => gap.start <= start && start < gap.end),
  }))
}

function selectedRange(within: HTMLElement | null): { start: number; end: number } | undefined {
  const selection = getSelection()
  if (!within || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!within.contains(range.commonAncestorContainer)) return undefined
  const start = offsetOf(range.startContainer, range.startOffset)
  const end = offsetOf(range.endContainer, range.endOffset)
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined
}

function offsetOf(node: Node, offset: number): number | undefined {
  const words = node.parentElement?.closest('[data-start]')
  return words instanceof HTMLElement ? Number(words.dataset.start) + offset : undefined
}

/** Without the punctuation and blanks around it. */
function trimmed(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  const before = /^[\s，。；：、,.;:]*/.exec(text.slice(start, end))?.[0].length ?? 0
  const after = /[\s，。；：、,.;:]*$/.exec(text.slice(start, end))?.[0].length ?? 0
  return { start: start + before, end: Math.max(start + before + 1, end - after) }
}
