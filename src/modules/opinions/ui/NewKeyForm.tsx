import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { ProblemDocument } from '#kernel/problem.ts'
import { call, ProblemError } from '#web/call.ts'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { Section } from '#web/kit/Section.tsx'
import { useCommand } from '#web/useCommand.ts'
import { challengeKey, keyKind, registerKey } from '../contract/keys.ts'
import { makeSigningKey } from './signing-key.ts'

const LEAST = 10

/** Makes a key in this browser. The passphrase wraps it and goes nowhere; who forgets it makes a new key. */
export function NewKeyForm({ kind }: { readonly kind: (typeof keyKind.codes)[number] }) {
  const register = useCommand(registerKey)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [making, setMaking] = useState(false)
  const [problem, setProblem] = useState<ProblemDocument>()
  const [first, second] = [useId(), useId()]
  const differs = again !== '' && again !== passphrase
  const ready = [...passphrase].length >= LEAST && again === passphrase

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!ready) return
    setMaking(true)
    setProblem(undefined)
    try {
      const { data } = await call(challengeKey, {})
      await register.run({ kind, ...(await makeSigningKey(passphrase, data.challenge)) })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error.problem)
    } finally {
      setMaking(false)
    }
  }

  const refused = problem ?? register.problem
  return (
    <Section title={`新建密钥：${keyKind.label(kind)}`}>
      <p>
        私钥在本浏览器内生成，用签名口令加密后保存；服务器打不开它，也不能代您签名。口令忘记后无法找回，只能挂失后重建。
      </p>
      {refused && <ProblemPanel problem={refused} />}
      <form onSubmit={submit} noValidate className="signing-form">
        <label htmlFor={first}>签名口令（至少 {LEAST} 个字符，与登录密码不同）</label>
        <Input.Password
          id={first}
          value={passphrase}
          autoComplete="off"
          onChange={(event) => setPassphrase(event.target.value)}
        />
        <label htmlFor={second}>再输入一次</label>
        <Input.Password
          id={second}
          value={again}
          autoComplete="off"
          aria-invalid={differs}
          aria-describedby={`${second}-said`}
          onChange={(event) => setAgain(event.target.value)}
        />
        <p id={`${second}-said`} className={differs ? 'refused' : 'faint'}>
          {differs ? '两次输入不同，请核对。' : '证书由演示证书机构签发，所有页面和文书都会标明“演示”。'}
        </p>
        <Button type="primary" htmlType="submit" loading={making || register.pending} disabled={!ready}>
          生成并登记
        </Button>
      </form>
    </Section>
  )
}
