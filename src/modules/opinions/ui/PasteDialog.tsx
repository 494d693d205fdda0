import { Button } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { featureFinding } from '#law/terms/finding.ts'
import { ClauseLink } from '#web/kit/ClauseLink.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { useCommand } from '#web/useCommand.ts'
import { pasteRows } from '../contract/chart.ts'
import { pastedRows } from '../rules/pasted-rows.ts'
import type { Workbench } from './ChartTable.tsx'
import { citedWords } from './chart-columns.tsx'

interface PasteDialogProps {
  readonly chart: Workbench
  readonly close: () => void
}

/** Rows from a spreadsheet: shown as they would be taken, with an objection per row; all are taken, or none. */
export function PasteDialog({ chart, close }: PasteDialogProps) {
  const field = useId()
  const [table, setTable] = useState('')
  const { rows, issues } = pastedRows(useDeferredValue(table), chart)
  const empty = table.trim() === ''
  const paste = useCommand(pasteRows, { done: close })
  return (
    <Dialog title="从表格粘贴" onClose={close} wide>
      <p className="faint">
        在表格软件中连同表头一起复制，粘贴到下面。表头可写：编号、权利要求特征、被诉对应特征、比对结果、手段、功能、效果、创造性劳动、理由、证据（如“材料1
        第3页”）。
        <ClauseLink id="明鉴平台规则#H-08" />
      </p>
      <label htmlFor={field}>表格内容</label>
      <textarea
        id={field}
        className="paste-field"
        rows={8}
        value={table}
        onChange={(event) => setTable(event.target.value)}
      />
      {paste.problem && <ProblemPanel problem={paste.problem} />}
      {!empty && issues.length > 0 && (
        <div role="status" className="cell-wrong">
          <p>有 {issues.length} 处需要改正，改正前一行也不会写入：</p>
          <ul>
            {issues.map(({ path, detail }) => (
              <li key={`${path} ${detail}`}>{detail}</li>
            ))}
          </ul>
        </div>
      )}
      {rows.length > 0 && (
        <table className="chart paste-preview">
          <caption>将写入 {rows.length} 行</caption>
          <thead>
            <tr>
              <th scope="col">特征</th>
              <th scope="col">被诉对应特征</th>
              <th scope="col">比对结果</th>
              <th scope="col">理由</th>
              <th scope="col">证据</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, content, claimText }) => (
              <tr key={line}>
                <th scope="row">
                  <strong>{content.label}</strong> {claimText}
                </th>
                <td data-label="被诉对应特征">{content.counterpart}</td>
                <td data-label="比对结果">{content.finding && featureFinding.label(content.finding)}</td>
                <td data-label="理由">{content.reasoning}</td>
                <td data-label="证据">
                  {content.evidence.map((each) => citedWords(chart.materials, each)).join('；')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="dialog-actions">
        <Button onClick={close}>取消</Button>
        <Button
          type="primary"
          disabled={empty || issues.length > 0}
          loading={paste.pending}
          onClick={() => void paste.run({ id: chart.id, table })}
        >
          {rows.length > 0 ? `写入 ${rows.length} 行` : '写入'}
        </Button>
      </div>
    </Dialog>
  )
}
