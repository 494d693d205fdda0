import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { ProblemDocument } from '#kernel/problem.ts'
import { stepUpSession } from '#modules/identity/contract.ts'
import { call, ProblemError } from '../call.ts'
import { useSession } from '../session.tsx'
import { Dialog } from './Dialog.tsx'
import { ProblemPanel } from './ProblemPanel.tsx'

/** Asks for a fresh proof of identity before signing, issuing and the like; the interrupted deed then goes on by itself. */
export function StepUpDialog({ close }: { readonly close: (proven: boolean) => void }) {
  const { totpConfirmed } = useSession()
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<ProblemDocument>()
  const [pending, setPending] = useState(false)
  const field = useId()
  const label = totpConfirmed ? '动态口令（6 位数字）' : '登录密码'

  async function prove(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    setProblem(undefined)
    try {
      await call(stepUpSession, totpConfirmed ? { code: value.trim() } : { password: value })
      close(true)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error.problem)
      setPending(false)
    }
  }

  return (
    <Dialog title="再次验证身份" onClose={() => close(false)}>
      <form onSubmit={prove} noValidate>
        <p>这一步需要确认是您本人在办理，验证后五分钟内有效。</p>
        {problem && <ProblemPanel problem={problem} />}
        <label htmlFor={field}>{label}</label>
        <Input
          id={field}
          value={value}
          type={totpConfirmed ? 'text' : 'password'}
          {...(totpConfirmed ? { inputMode: 'numeric' as const, maxLength: 6 } : {})}
          autoComplete={totpConfirmed ? 'one-time-code' : 'current-password'}
          autoFocus
          onChange={(event) => setValue(event.target.value)}
        />
        <div className="dialog-actions">
          <Button onClick={() => close(false)}>暂不办理</Button>
          <Button type="primary" htmlType="submit" loading={pending} disabled={value === ''}>
            验证并继续
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
