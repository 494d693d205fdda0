import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'

const id = z.uuid()
const at = z.iso.datetime()

/**
 * Ends an upload whose bytes have all been sent to /api/uploads/:id (tus). The server has hashed the stored bytes by then;
 * the answer, with X-Trace-Index, is the receipt.
 */
export const registerFile = endpoint({
  id: 'file.register',
  title: '登记上传的文件',
  method: 'POST',
  path: '/files/:id/register',
  input: z.object({ id }),
  output: z.object({ fileId: id, name: z.string(), sha256: z.string(), size: z.int(), receivedAt: at }),
  refusals: ['wrong-state', 'not-found', 'rule-violated', 'unavailable'],
})

export const storedFile = z.object({
  id,
  name: z.string(),
  sha256: z.string(),
  size: z.int(),
  mediaType: z.string(),
  organisation: z.string(),
  uploadedBy: z.string(),
  receivedAt: at,
  /** The entry in which it was registered. */
  traceIndex: z.int().nullable(),
})
export type StoredFileShown = z.output<typeof storedFile>

export const showFile = endpoint({
  id: 'file.show',
  title: '查看文件登记信息',
  method: 'GET',
  path: '/files/:id',
  input: z.object({ id }),
  output: storedFile,
  refusals: ['not-found'],
})

/** Asked by the server before it sends a file's bytes: who may, and the trace of reading sealed material. */
export const openFile = endpoint({
  id: 'file.open',
  title: '打开文件',
  method: 'GET',
  path: '/files/:id/open',
  input: z.object({ id }),
  output: z.object({ name: z.string(), sha256: z.string(), size: z.int(), mediaType: z.string() }),
  refusals: ['not-found', 'rule-violated'],
})

export const listFiles = endpoint({
  id: 'file.list',
  title: '一件委托的文件',
  method: 'GET',
  path: '/files',
  input: z.object({ matter: id }),
  output: z.object({ items: z.array(storedFile.extend({ materialId: id.nullable() })) }),
  refusals: ['not-found'],
})
