import { Button, Progress } from 'antd'
import { shownTime } from '#web/kit/shown-time.ts'
import { TraceMark } from '#web/kit/TraceMark.tsx'
import { shownSize } from './shown-size.ts'
import { type Receipt, type UploadState, useUpload } from './use-upload.ts'

interface UploadLineProps {
  readonly file: File
  readonly matter: string | undefined
  /** Words of the button that takes a received file off the list. */
  readonly release: string
  readonly onReceipt: (receipt: Receipt) => void
  readonly onRemove: () => void
}

const phases = {
  hashing: '正在本机计算 SHA-256',
  sending: '正在上传',
  checking: '服务器正在核对存下的字节',
  paused: '已停下',
  refused: '没有收下',
  received: '已收到',
} as const

/** One file: what is happening to it, how far, and in the end the receipt. */
export function UploadLine({ file, matter, release, onReceipt, onRemove }: UploadLineProps) {
  const { state, pause, resume } = useUpload(file, matter, onReceipt)
  const { phase } = state
  const moving = phase === 'hashing' || phase === 'sending'
  return (
    <li className="upload-line">
      <p className="upload-name">
        <span>{file.name}</span> <span className="number faint">{shownSize(file.size)}</span>
      </p>
      <p role="status" className={phase === 'refused' ? 'upload-refused' : undefined}>
        {phases[phase]}
        {'because' in state && `：${state.because}`}
      </p>
      {moving && (
        <Progress
          percent={Math.floor((100 * state.done) / Math.max(1, file.size))}
          size="small"
          aria-label={`${file.name}：${phases[phase]}`}
        />
      )}
      {phase === 'received' && <ReceiptLine receipt={state.receipt} />}
      <Controls state={state} release={release} pause={pause} resume={resume} remove={onRemove} />
    </li>
  )
}

interface ControlsProps {
  readonly state: UploadState
  readonly release: string
  readonly pause: () => void
  readonly resume: () => void
  readonly remove: () => void
}

function Controls({ state: { phase }, release, pause, resume, remove }: ControlsProps) {
  if (phase === 'checking') return null
  return (
    <p className="upload-controls">
      {(phase === 'hashing' || phase === 'sending') && (
        <Button size="small" onClick={pause}>
          暂停
        </Button>
      )}
      {phase === 'paused' && (
        <Button size="small" type="primary" onClick={resume}>
          继续
        </Button>
      )}
      <Button size="small" type="text" onClick={remove}>
        {phase === 'received' ? release : '取消'}
      </Button>
    </p>
  )
}

/** What was received, by hash, when, and where it stands in the log. */
export function ReceiptLine({ receipt }: { readonly receipt: Omit<Receipt, 'fileId' | 'name' | 'size'> }) {
  return (
    <p className="upload-receipt">
      <span className="faint">SHA-256</span> <code className="hash">{receipt.sha256}</code>
      <br />
      <time dateTime={receipt.receivedAt}>{shownTime(receipt.receivedAt)}</time>{' '}
      {receipt.traceIndex !== null && <TraceMark index={receipt.traceIndex} />}
    </p>
  )
}
