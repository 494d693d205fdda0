import type { ReactNode } from 'react'
import { creativeLabour, featureFinding, featureKind, subFinding } from '#law/terms/finding.ts'
import { type ChartRow, type RowContent, type SubFindings, specialFeature } from '../contract/chart.ts'
import type { ListedMaterial } from '../rules/chart.ts'

export const columnTitles = ['特征', '被诉对应特征', '比对结果', '区别与理由', '证据', '表决'] as const

/** What a column shows of a row when it is not being edited. */
export function shownCell(column: number, row: RowContent & Pick<ChartRow, 'claimText'>): ReactNode {
  if (column === 0)
    return (
      <>
        <strong className="number">{row.label}</strong> {row.claimText}
        {(row.kind || row.special) && (
          <span className="cell-notes">
            {row.kind && <span>{featureKind.label(row.kind)}</span>}
            {row.special && <span>{specialFeature.label(row.special)}</span>}
          </span>
        )}
      </>
    )
  if (column === 1) return row.counterpart || <Missing>{row.finding === 'ABSENT' ? '无' : '未填'}</Missing>
  if (column === 2) return <Finding row={row} />
  return (
    <>
      {row.difference && <p>区别：{row.difference}</p>}
      {row.reasoning ? <p>{row.reasoning}</p> : <Missing>未写理由</Missing>}
    </>
  )
}

export function Missing({ children }: { readonly children: ReactNode }) {
  return <span className="cell-missing">{children}</span>
}

function Finding({ row }: { readonly row: RowContent }) {
  if (row.finding === null) return <Missing>未作结论</Missing>
  return (
    <>
      <span className={`finding finding-${row.finding.toLowerCase()}`}>
        {featureFinding.label(row.finding)}
      </span>
      {row.subFindings && <SubFindingList of={row.subFindings} />}
    </>
  )
}

function SubFindingList({ of }: { readonly of: SubFindings }) {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['手段', of.means ? subFinding.label(of.means) : undefined],
    ['功能', of.function ? subFinding.label(of.function) : undefined],
    ['效果', of.effect ? subFinding.label(of.effect) : undefined],
    ['联想', of.creativeLabour ? creativeLabour.label(of.creativeLabour) : undefined],
  ]
  return (
    <dl className="sub-findings">
      {lines.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words ?? <Missing>未填</Missing>}</dd>
        </div>
      ))}
    </dl>
  )
}

/** `材料3 第12页`, as cited. */
export function citedWords(
  materials: readonly ListedMaterial[],
  citation: { materialId: string; locator: string },
): string {
  return `${materials.find(({ id }) => id === citation.materialId)?.no ?? '不在清单上的材料'} ${citation.locator}`
}
