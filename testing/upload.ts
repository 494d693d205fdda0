import { createHash } from 'node:crypto'
import { registerFile } from '#modules/materials/contract/files.ts'
import type { Client } from './client.ts'

export interface Uploading {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The draft, commission or case that the file is for. */
  readonly matter?: string
}

/** Sends a file as a browser would (tus: announce, send, register) and answers its id. */
export async function upload(who: Client, { name, bytes, matter }: Uploading): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const said = Object.entries({ filename: name, sha256, ...(matter ? { matter } : {}) })
  const begun = await who.raw('/api/uploads', {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'upload-metadata': said
        .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
        .join(','),
    },
  })
  if (begun.status !== 201) throw new Error(`upload of ${name} was refused: ${await begun.text()}`)
  const path = new URL(begun.headers.get('location') ?? '', 'http://127.0.0.1').pathname
  const sent = await who.raw(path, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes,
  })
  if (sent.status !== 204) throw new Error(`bytes of ${name} were refused: ${await sent.text()}`)
  const id = path.split('/').at(-1) ?? ''
  return (await who.call(registerFile, { id })).body.fileId
}
