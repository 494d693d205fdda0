import { createHash } from 'node:crypto'
import { registerFile } from '#modules/materials/contract/files.ts'
import type { Answered, Client } from './client.ts'

export interface Receipt {
  readonly fileId: string
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly receivedAt: string
}

export interface Announced {
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly matter?: string
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The first word of a tus upload; the answer's Location ends in its id. */
export function announce(by: Client, { name, size, sha256, matter }: Announced): Promise<Response> {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const metadata = [`filename ${base64(name)}`, `sha256 ${base64(sha256)}`]
  if (matter) metadata.push(`matter ${base64(matter)}`)
  return by.raw('/api/uploads', {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(size),
      'upload-metadata': metadata.join(','),
    },
  })
}

/** The id of an upload that was let in. */
export async function begin(by: Client, announced: Announced): Promise<string> {
  const response = await announce(by, announced)
  if (response.status !== 201) throw new Error(`upload not let in: ${await response.text()}`)
  return response.headers.get('location')?.split('/').at(-1) ?? ''
}

export function send(by: Client, id: string, part: Uint8Array, offset: number): Promise<Response> {
  return by.raw(`/api/uploads/${id}`, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
      'content-length': String(part.byteLength),
    },
    body: Uint8Array.from(part),
  })
}

/** How many bytes the server has. */
export async function received(by: Client, id: string): Promise<number> {
  const response = await by.raw(`/api/uploads/${id}`, {
    method: 'HEAD',
    headers: { 'tus-resumable': '1.0.0' },
  })
  return response.ok ? Number(response.headers.get('upload-offset')) : -1
}

/** Sends a file as a browser would (tus: announce, send, register) and answers its id. */
export async function upload(by: Client, file: Parameters<typeof uploaded>[1]): Promise<string> {
  return (await uploaded(by, file)).body.fileId
}

/** As `upload`, with the whole receipt and its trace index. */
export async function uploaded(
  by: Client,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly matter?: string },
): Promise<Answered<Receipt>> {
  const { name, bytes, matter } = file
  const sha256 = sha256Of(bytes)
  const id = await begin(by, { name, size: bytes.byteLength, sha256, ...(matter ? { matter } : {}) })
  const response = await send(by, id, bytes, 0)
  if (response.status !== 204) throw new Error(`bytes not taken: ${await response.text()}`)
  return by.call(registerFile, { id }, { idempotencyKey: `register-${id}` })
}
