import { useEffect, useRef, useState } from 'react'
import { call, ProblemError } from '#web/call.ts'
import { registerFile, showFile } from '../../contract/files.ts'
import { hashFile } from './hash-file.ts'
import { sendFile } from './send-file.ts'

/** What the platform says it received. */
export interface Receipt {
  readonly fileId: string
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly receivedAt: string
  readonly traceIndex: number | null
}

export type UploadState =
  | { readonly phase: 'hashing' | 'sending'; readonly done: number }
  | { readonly phase: 'checking' }
  | { readonly phase: 'paused'; readonly because: string }
  | { readonly phase: 'refused'; readonly because: string }
  | { readonly phase: 'received'; readonly receipt: Receipt }

/** One file on its way: hash here, send, let the server hash what it stored, get the receipt. Pausing loses nothing. */
export function useUpload(file: File, matter: string | undefined, received: (receipt: Receipt) => void) {
  const [state, setState] = useState<UploadState>({ phase: 'hashing', done: 0 })
  const sha256 = useRef<string>(undefined)
  const running = useRef<AbortController>(undefined)
  const tell = useRef(received)
  tell.current = received

  async function go(signal: AbortSignal): Promise<void> {
    if (file.size === 0)
      return setState({ phase: 'refused', because: '这个文件是空的（0 字节），请核对后重新选择。' })
    try {
      sha256.current ??= await hashFile(file, (done) => setState({ phase: 'hashing', done }), signal)
      const progress = (done: number) => setState({ phase: 'sending', done })
      const id = await sendFile({ file, sha256: sha256.current, matter, progress, signal })
      setState({ phase: 'checking' })
      const receipt = await receiptOf(id)
      setState({ phase: 'received', receipt })
      tell.current(receipt)
    } catch (error) {
      if (signal.aborted) return
      const because = error instanceof Error ? error.message : String(error)
      setState({ phase: error instanceof ProblemError ? 'refused' : 'paused', because })
    }
  }

  function start(): void {
    running.current?.abort()
    running.current = new AbortController()
    void go(running.current.signal)
  }

  function pause(): void {
    running.current?.abort()
    setState({ phase: 'paused', because: '已暂停，已传的部分保留在服务器上。' })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once for the file that it was mounted for
  useEffect(() => {
    start()
    return () => running.current?.abort()
  }, [file])

  return { state, resume: start, pause }
}

/** The key is made of the upload's id: asked twice, after a lost answer, it is the same receipt. */
async function receiptOf(id: string): Promise<Receipt> {
  try {
    const { data, traceIndex } = await call(registerFile, { id }, { key: `register-${id}` })
    return { ...data, traceIndex }
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.is('wrong-state')) throw error
    const { data } = await call(showFile, { id })
    return { ...data, fileId: data.id }
  }
}
