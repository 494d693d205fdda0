import { useId, useState } from 'react'
import './materials.css'
import { UploadLine } from './upload/UploadLine.tsx'
import type { Receipt } from './upload/use-upload.ts'

interface FileDropProps {
  /** What is wanted here, in words: “委托函件的扫描件”. */
  readonly what: string
  /** The draft, commission or case that the files are for, so that both of its sides can see them. */
  readonly matter?: string
  /** Without it one file, and a new one takes the place of the old. */
  readonly multiple?: boolean
  /** As the browser's `accept`; a wish, not a check. */
  readonly accept?: string
  readonly id?: string
  /** File ids; a Field of a CommandForm hands them in. One id where not `multiple`. */
  readonly value?: string | readonly string[] | null
  readonly onChange?: (value: string | string[] | null) => void
  /** Each receipt as it comes. */
  readonly onReceipt?: (receipt: Receipt) => void
}

interface Chosen {
  readonly no: number
  readonly file: File
  readonly receipt?: Receipt
}

/**
 * Files for a form: `<Field name="letterFileId"><FileDrop what="委托函件的扫描件" matter={draftId} /></Field>`. Hashes in the
 * browser, uploads resumably, shows the receipt; its value is the id of the registered file, or all ids with `multiple`.
 */
export function FileDrop(props: FileDropProps) {
  const { what, matter, multiple = false, accept, value, onChange, onReceipt } = props
  const own = useId()
  const id = props.id ?? own
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [over, setOver] = useState(false)
  const before = idsOf(value).filter((known) => !chosen.some(({ receipt }) => receipt?.fileId === known))

  function take(files: FileList | null): void {
    const fresh = [...(files ?? [])].map((file, i) => ({ file, no: (chosen.at(-1)?.no ?? 0) + i + 1 }))
    if (fresh.length === 0) return
    if (!multiple) onChange?.(null)
    setChosen(multiple ? [...chosen, ...fresh] : fresh.slice(0, 1))
  }

  function say(ids: readonly string[]): void {
    onChange?.(multiple ? [...ids] : (ids.at(-1) ?? null))
  }

  function received(no: number, receipt: Receipt): void {
    setChosen((now) => now.map((each) => (each.no === no ? { ...each, receipt } : each)))
    say(multiple ? [...new Set([...idsOf(value), receipt.fileId])] : [receipt.fileId])
    onReceipt?.(receipt)
  }

  function remove({ no, receipt }: Chosen): void {
    setChosen((now) => now.filter((each) => each.no !== no))
    if (receipt) say(idsOf(value).filter((known) => known !== receipt.fileId))
  }

  return (
    <div className="file-drop">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the input inside does the same by keyboard */}
      <div
        className={over ? 'file-drop-area over' : 'file-drop-area'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        <label htmlFor={id} className="file-drop-button">
          选择文件
        </label>
        <input
          id={id}
          type="file"
          className="visually-hidden"
          aria-label={`选择文件：${what}`}
          multiple={multiple}
          {...(accept ? { accept } : {})}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
        <p className="faint">选择{what}，或拖到这里。上传中断可以接着传；不得上传涉及国家秘密的文件。</p>
      </div>
      {before.length > 0 && <p role="status">已上传 {before.length} 个文件。</p>}
      <ul>
        {chosen.map((each) => (
          <UploadLine
            key={each.no}
            file={each.file}
            matter={matter}
            release={onChange ? '不用这个文件' : '收起'}
            onReceipt={(receipt) => received(each.no, receipt)}
            onRemove={() => remove(each)}
          />
        ))}
      </ul>
    </div>
  )
}

function idsOf(value: FileDropProps['value']): readonly string[] {
  if (value === null || value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}
