import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { Finding } from '#kernel/rule.ts'
import { ClauseLink } from './ClauseLink.tsx'
import { Dialog } from './Dialog.tsx'

interface ReasonsProps {
  readonly warnings: readonly Finding[]
  readonly close: (reasons: Record<string, string> | undefined) => void
}

/** Rules that warn pass only with the person's written reason, which the trace keeps. */
export function ReasonsDialog({ warnings, close }: ReasonsProps) {
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const complete = warnings.every(({ rule }) => (reasons[rule] ?? '').trim().length >= 2)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (complete) close(reasons)
  }

  return (
    <Dialog title="请说明理由后继续" onClose={() => close(undefined)}>
      <form onSubmit={submit} noValidate>
        <p>以下提示不禁止办理，但须写明理由；理由随本次办理一并留痕。</p>
        {warnings.map((warning) => (
          <Reason
            key={warning.rule}
            warning={warning}
            value={reasons[warning.rule] ?? ''}
            onChange={(text) => setReasons((before) => ({ ...before, [warning.rule]: text }))}
          />
        ))}
        <div className="dialog-actions">
          <Button onClick={() => close(undefined)}>返回修改</Button>
          <Button type="primary" htmlType="submit" disabled={!complete}>
            写明理由，继续办理
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface ReasonProps {
  readonly warning: Finding
  readonly value: string
  readonly onChange: (text: string) => void
}

function Reason({ warning, value, onChange }: ReasonProps) {
  const field = useId()
  return (
    <section className="reason">
      <p className="reason-warning">{warning.detail}</p>
      {warning.remedy && <p className="faint">办法：{warning.remedy}</p>}
      <p className="faint">
        规则 {warning.brief} {warning.rule}
        {warning.basis.map((id) => (
          <ClauseLink key={id} id={id} />
        ))}
      </p>
      <label htmlFor={field}>继续办理的理由</label>
      <Input.TextArea
        id={field}
        value={value}
        rows={2}
        maxLength={500}
        onChange={(event) => onChange(event.target.value)}
      />
    </section>
  )
}
