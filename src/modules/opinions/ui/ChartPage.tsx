import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { proposeFeatures } from '#analysis/claim-chart/split-claim.ts'
import { CaseFrame } from '#modules/cases/ui/CaseFrame.tsx'
import { call, type OutputOf, ProblemError } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { ClauseLink } from '#web/kit/ClauseLink.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Section } from '#web/kit/Section.tsx'
import { useCan } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { useQuery } from '#web/useQuery.ts'
import './chart.css'
import { type Citation, saveRow, showChart } from '../contract/chart.ts'
import { ChartTable } from './ChartTable.tsx'
import { ClaimsDialog } from './ClaimsDialog.tsx'
import { ClaimText, type Piece } from './ClaimText.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import { nextLabel } from './next-label.ts'
import { PasteDialog } from './PasteDialog.tsx'

type Chart = OutputOf<typeof showChart>

/** 技术特征比对表: the claim above, the comparison below, the cited evidence beside. */
export function ChartPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(showChart, { id })
  return (
    <Answered query={query} what="比对表">
      {(chart) => <ChartWork chart={chart} />}
    </Answered>
  )
}

function ChartWork({ chart }: { readonly chart: Chart }) {
  const can = useCan('/charts', chart.id)
  const show = useDialog()
  const [lit, setLit] = useState<string>()
  const [evidence, setEvidence] = useState<Citation>()
  const add = useAddRows(chart)
  const open = can['chart.save-row']?.ok === true
  const chooseClaims = () =>
    void show<void>((close) => (
      <ClaimsDialog
        id={chart.id}
        filed={chart.filedClaimText}
        asserted={chart.assertedClaims}
        now={chart.claims}
        close={() => close()}
      />
    ))
  return (
    <CaseFrame
      id={chart.id}
      title="技术特征比对表"
      actions={
        <>
          <ActionButton
            can={can['chart.paste-rows']}
            primary={chart.claims.length > 0 && chart.rows.length === 0}
            onPress={() => void show<void>((close) => <PasteDialog chart={chart} close={() => close()} />)}
          />
          <ActionButton
            can={can['chart.set-claim']}
            primary={chart.claims.length === 0}
            onPress={chooseClaims}
          />
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <div className={evidence ? 'workbench workbench-beside' : 'workbench'}>
        <div className="workbench-main">
          <Section title="权利要求" beside={<ClauseLink id="明鉴平台规则#H-08" />}>
            {chart.claims.length === 0 && (
              <Empty>还没有确定比对哪一项权利要求。由鉴定人从委托时提交的权利要求中选定。</Empty>
            )}
            {chart.claims.map((claim) => (
              <ClaimText
                key={claim.no}
                claim={claim}
                rows={chart.rows}
                lit={lit}
                {...(open ? { onTake: (piece: Piece) => void add.run([piece]) } : {})}
              />
            ))}
            {add.problem && (
              <p role="alert" className="cell-wrong">
                {add.problem}
              </p>
            )}
            {open && chart.claims.length > 0 && chart.rows.length === 0 && (
              <Button
                loading={add.pending}
                onClick={() => void add.run(chart.claims.flatMap(proposedPieces))}
              >
                按标点划分出建议的特征
              </Button>
            )}
          </Section>
          {chart.rows.length > 0 && (
            <Section
              title="比对"
              beside={
                open && (
                  <span className="faint no-print">
                    <span className="keys-only">方向键移动，回车修改，Esc 离开并保存</span>
                    <span className="touch-only">点按单元格修改，离开即保存</span>
                  </span>
                )
              }
            >
              <ChartTable chart={chart} open={open} onFocusRow={setLit} onEvidence={setEvidence} />
            </Section>
          )}
          <Gaps chart={chart} />
        </div>
        {evidence && <EvidencePanel citation={evidence} onClose={() => setEvidence(undefined)} />}
      </div>
    </CaseFrame>
  )
}

function Gaps({ chart }: { readonly chart: Chart }) {
  if (chart.gaps.length === 0)
    return chart.rows.length === 0 ? null : (
      <p className="chart-complete no-print">比对表已完整，可以据此拟稿。</p>
    )
  return (
    <Section title="提交复核前还差" beside={<span className="count">{chart.gaps.length} 项</span>}>
      <ul className="gaps">
        {chart.gaps.map((gap) => (
          <li key={gap.rule}>
            <p>{gap.detail}</p>
            <p className="faint">
              {gap.remedy} 规则 <span className="number">{gap.brief}</span> <code>{gap.rule}</code>
              {gap.basis.map((id) => (
                <ClauseLink key={id} id={id} />
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function proposedPieces({ no, text }: { readonly no: string; readonly text: string }): readonly Piece[] {
  return proposeFeatures(text).map((span) => ({ claimNo: no, ...span }))
}

/** Adds features one after the other, each with the next free label. */
function useAddRows(chart: Chart) {
  const last = useCommand(saveRow, { said: '已列入特征' })
  const [problem, setProblem] = useState<string>()
  async function run(pieces: readonly Piece[]) {
    setProblem(undefined)
    const used = chart.rows.map(({ claimNo, label }) => ({ claimNo, label }))
    try {
      for (const [i, piece] of pieces.entries()) {
        const label = nextLabel(used, piece.claimNo)
        used.push({ claimNo: piece.claimNo, label })
        const row = { id: chart.id, rowId: crypto.randomUUID(), version: 0, label, ...piece }
        if (i < pieces.length - 1) await call(saveRow, row)
        else await last.run(row)
      }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error.problem.detail)
    }
  }
  return { run, pending: last.pending, problem: problem ?? last.problem?.detail }
}
