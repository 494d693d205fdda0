import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, useEffect, useId, useState } from 'react'
import type { ProblemDocument } from '#kernel/problem.ts'
import { fromBase64 } from '#log/core/base64.ts'
import { call, ProblemError } from '#web/call.ts'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { Section } from '#web/kit/Section.tsx'
import { To } from '#web/kit/To.tsx'
import type { Possibility } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { type OpinionShown, prepareSignature, seal, sign } from '../contract/issue.ts'
import { myKeys, type SigningKey } from '../contract/keys.ts'
import { digestOfPrepared, speaksOf } from './prepared-document.ts'
import { signWithKey, unlockSigningKey } from './signing-key.ts'

interface SignPanelProps {
  readonly kind: 'person' | 'seal'
  readonly opinion: OpinionShown
  readonly can: Possibility
}

/** The very file that is to be signed, and what this browser found out about it. */
interface Prepared {
  readonly keyId: string
  readonly base: string
  readonly signingTime: string
  readonly toBeSigned: string
  readonly digest: string
  readonly honest: boolean
  readonly url: string
  readonly key: SigningKey
}

const words = {
  person: { title: '本人签名', act: '签名', promise: '我已逐页查看，对本鉴定意见负责' },
  seal: { title: '加盖机构电子印章', act: '盖章', promise: '我已查看全文和全部签名，以本机构名义盖章' },
} as const

/** Look, hash, compare, unlock, sign: the private key is opened here and nowhere else. */
export function SignPanel({ kind, opinion, can }: SignPanelProps) {
  const [prepared, setPrepared] = useState<Prepared>()
  const [problem, setProblem] = useState<ProblemDocument>()
  const [fetching, setFetching] = useState(false)
  useEffect(() => () => URL.revokeObjectURL(prepared?.url ?? ''), [prepared])

  async function fetchFile() {
    setFetching(true)
    setProblem(undefined)
    try {
      setPrepared(await prepare(opinion.id, kind))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error.problem)
    } finally {
      setFetching(false)
    }
  }

  const { title, act } = words[kind]
  return (
    <Section title={title}>
      {!can.ok && (
        <p className="refused">
          现在不能{act}：{can.because} <To to="/keys">我的签名密钥</To>
        </p>
      )}
      {problem && <ProblemPanel problem={problem} />}
      {prepared ? (
        <Signing kind={kind} opinion={opinion} prepared={prepared} again={() => setPrepared(undefined)} />
      ) : (
        <>
          <p>先取得待签文件。{act}前，浏览器在本机计算它的摘要，与要签的内容核对；私钥只在本机打开。</p>
          <Button type="primary" disabled={!can.ok} loading={fetching} onClick={() => void fetchFile()}>
            取得待签文件
          </Button>
        </>
      )}
    </Section>
  )
}

async function prepare(id: string, kind: 'person' | 'seal'): Promise<Prepared> {
  const { data } = await call(prepareSignature, { id, kind })
  const { keys } = (await call(myKeys, {})).data
  const key = keys.find((each) => each.id === data.keyId)
  const document = fromBase64(data.document)
  const attributes = fromBase64(data.toBeSigned)
  if (!key || !document || !attributes) throw new Error('the prepared file cannot be read')
  const pdf = new Uint8Array(document)
  const digest = await digestOfPrepared(pdf)
  const { keyId, base, signingTime, toBeSigned } = data
  return {
    keyId,
    base,
    signingTime,
    toBeSigned,
    digest,
    honest: digest === data.documentDigest && speaksOf(new Uint8Array(attributes), digest),
    url: URL.createObjectURL(new Blob([pdf], { type: 'application/pdf' })),
    key,
  }
}

interface SigningProps extends Pick<SignPanelProps, 'kind' | 'opinion'> {
  readonly prepared: Prepared
  readonly again: () => void
}

function Signing({ kind, opinion, prepared, again }: SigningProps) {
  const deed = useCommand(kind === 'seal' ? seal : sign)
  const [passphrase, setPassphrase] = useState('')
  const [read, setRead] = useState(false)
  const [wrong, setWrong] = useState(false)
  const [opening, setOpening] = useState(false)
  const field = useId()
  const { act, promise } = words[kind]

  async function submit(event: FormEvent) {
    event.preventDefault()
    setOpening(true)
    setWrong(false)
    const key = await unlockSigningKey(prepared.key.wrapped, passphrase)
    setOpening(false)
    if (!key) {
      setWrong(true)
      return
    }
    const { keyId, base, signingTime, toBeSigned } = prepared
    const signature = await signWithKey(key, toBeSigned)
    setPassphrase('')
    await deed.run({ id: opinion.id, keyId, base, signingTime, signature })
  }

  if (!prepared.honest)
    return (
      <div role="alert" className="problem">
        <h2>不要签名</h2>
        <p>本机计算的文件摘要与服务器要求签名的内容不一致。请停止操作，告知管理员核查。</p>
      </div>
    )
  return (
    <>
      <iframe
        className="signing-document"
        src={`${prepared.url}#navpanes=0&view=FitH`}
        title={`${opinion.no}待签文件`}
      />
      <p>
        <a href={prepared.url} target="_blank" rel="noreferrer">
          在新窗口打开待签文件
        </a>
        <span className="faint">（手机上请用此链接逐页查看）</span>
      </p>
      <dl className="signing-digest">
        <dt>本机计算的文件摘要（SHA-256）</dt>
        <dd>
          <code className="hash">{prepared.digest}</code>
        </dd>
        <dt>核对</dt>
        <dd className="proven">与要签的内容一致：所见即所签</dd>
        <dt>证书</dt>
        <dd>
          {prepared.key.name}，{prepared.key.authority}
          {prepared.key.demonstration && '（演示证书，不具法律效力）'}
        </dd>
      </dl>
      <form onSubmit={submit} noValidate className="signing-form">
        <Checkbox checked={read} onChange={(event) => setRead(event.target.checked)}>
          {promise}
        </Checkbox>
        <label htmlFor={field}>签名口令</label>
        <Input.Password
          id={field}
          value={passphrase}
          autoComplete="off"
          aria-invalid={wrong}
          aria-describedby={`${field}-said`}
          onChange={(event) => setPassphrase(event.target.value)}
        />
        <p id={`${field}-said`} className={wrong ? 'refused' : 'faint'} role={wrong ? 'alert' : undefined}>
          {wrong ? '口令不对，密钥没有打开。请重新输入。' : '口令只在本机使用，不会发送给服务器。'}
        </p>
        {deed.problem && <ProblemPanel problem={deed.problem} />}
        <div className="signing-buttons">
          <Button
            type="primary"
            htmlType="submit"
            loading={opening || deed.pending}
            disabled={!read || passphrase === ''}
          >
            {act}
          </Button>
          <Button onClick={again}>重新取得待签文件</Button>
        </div>
      </form>
    </>
  )
}
