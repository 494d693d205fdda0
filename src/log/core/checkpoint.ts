import { fromBase64, toBase64 } from './base64.ts'
import { type CheckedSignature, parseNote, verifyNote } from './note.ts'
import type { NoteKey } from './note-key.ts'

/** What a log says of itself at a size (C2SP tlog-checkpoint): the text that is signed. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** Opaque further lines; we write none. */
  readonly extensions: readonly string[]
}

/** A checkpoint whose signatures by known keys were checked. */
export interface OpenedCheckpoint extends Checkpoint {
  readonly signedBy: readonly CheckedSignature[]
}

export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  return `${[origin, size, toBase64(root), ...extensions].join('\n')}\n`
}

/** Reads a checkpoint's text strictly; undefined where it has another form. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, sizeText = '', rootText = '', ...rest] = text.split('\n')
  const end = rest.pop()
  const root = fromBase64(rootText)
  const size = Number(sizeText)
  if (!origin || end !== '' || rest.includes('') || root?.length !== 32) return undefined
  if (!/^(0|[1-9]\d*)$/.test(sizeText) || !Number.isSafeInteger(size)) return undefined
  return { origin, size, root, extensions: rest }
}

/** Who is trusted to speak for the log: its origin, its key or keys, and witnesses if any. */
export interface LogTrust {
  readonly origin: string
  readonly keys: readonly NoteKey[]
}

/** Opens a signed checkpoint of the trusted log, or says in Chinese why not. */
export async function openCheckpoint(
  note: string,
  trust: LogTrust,
): Promise<OpenedCheckpoint | { says: string }> {
  const parsed = parseNote(note)
  const checkpoint = parsed && parseCheckpoint(parsed.text)
  if (!parsed || !checkpoint) return { says: '检查点的格式不正确，可能被改动或截断' }
  if (checkpoint.origin !== trust.origin) {
    return { says: `检查点属于另一个日志（${checkpoint.origin}），不是受信任的 ${trust.origin}` }
  }
  const signedBy = await verifyNote(parsed, trust.keys)
  if (!signedBy) return { says: '检查点没有受信任密钥的有效签名' }
  if (!signedBy.some(({ key }) => key.type === 'note'))
    return { says: '检查点只有见证签名，没有日志自己的签名' }
  return { ...checkpoint, signedBy }
}
