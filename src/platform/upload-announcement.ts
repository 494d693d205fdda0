import { z } from 'zod'
import { nameOfCharacter, unprintable } from '#kernel/printable.ts'
import { Problem } from '#kernel/problem.ts'

/** What the browser says of a file before it sends the first byte. */
export interface Announcement {
  readonly name: string
  readonly size: number
  readonly sha256: string
  /** The commission or case that the file is for; the id of a draft is that of its commission. */
  readonly matter: string | null
}

const announced = z.object({
  filename: z.string().default(''),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  matter: z.uuid().optional(),
})

const size = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

/** Reads the tus headers Upload-Length and Upload-Metadata (`key base64, …`: filename, sha256, matter). */
export function readAnnouncement(headers: Headers): Announcement {
  const length = size.safeParse(headers.get('upload-length') ?? '')
  const values = announced.safeParse(metadata(headers.get('upload-metadata') ?? ''))
  if (!length.success) throw new Problem('malformed', '上传前须声明文件大小（Upload-Length）。')
  if (!values.success)
    throw new Problem(
      'malformed',
      '上传前须在 Upload-Metadata 中声明文件名（filename）和 SHA-256（sha256，64 位小写十六进制）。',
    )
  if (length.data === 0)
    throw new Problem('malformed', '这个文件是空的（0 字节）。请核对后选择有内容的文件。')
  const { filename, sha256, matter } = values.data
  return { name: shownName(filename), size: length.data, sha256, matter: matter ?? null }
}

function metadata(header: string): Record<string, string> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '))
  return Object.fromEntries(
    pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]),
  )
}

/**
 * A name as it is kept and shown: the last part of whatever path was sent, at most 200 characters. Characters that would
 * hide or reorder its neighbours appear as their code, so that `gpj.exe` cannot show itself as `exe.jpg`.
 */
export function shownName(sent: string): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const hidden = new Set(
    [...unprintable(last), '\t', '\n', '\r'].filter((char) => nameOfCharacter(char).startsWith('U+')),
  )
  const shown = [...last].map((char) => (hidden.has(char) ? `［${nameOfCharacter(char)}］` : char)).join('')
  return [...shown.trim()].slice(0, 200).join('') || '未命名文件'
}
