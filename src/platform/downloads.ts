import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AnyQuery } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { answer } from './answer.ts'
import { contentDisposition } from './content-disposition.ts'
import type { Engine } from './execute.ts'
import type { LocalFiles } from './files.ts'
import type { Env } from './http.ts'

const opened = z.object({ name: z.string(), sha256: z.string(), size: z.int(), mediaType: z.string() })

/** What a browser may show in the page. Everything else, HTML and SVG above all, can only be saved. */
const viewable = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp']

/**
 * GET <at>/:id/content (to save) and /view (to look at images and PDF). Who may, and the trace of reading sealed
 * material, is decided by the query `opening`, asked anew for every request; ranges of one file are one reading there.
 */
export function mountDownloads(
  app: Hono<Env>,
  {
    at,
    engine,
    files,
    opening,
  }: { at: `/api/${string}`; engine: Engine; files: LocalFiles; opening: AnyQuery },
): void {
  async function serve(c: Context<Env>, kind: 'attachment' | 'inline'): Promise<Response> {
    const file = opened.parse(await answer(engine, opening, { id: c.req.param('id') ?? '' }, c.get('actor')))
    if (kind === 'inline' && !viewable.includes(file.mediaType))
      throw new Problem('wrong-state', '这类文件不能在页面内打开，请下载后用相应软件查看。')
    const range = rangeOf(c, file)
    const headers = {
      'content-type': kind === 'inline' ? file.mediaType : 'application/octet-stream',
      'content-disposition': contentDisposition(kind, file.name),
      'content-security-policy': policyOf(kind, file.mediaType),
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      etag: `"${file.sha256}"`,
    }
    if (range === 'unsatisfiable')
      return new Response(null, {
        status: 416,
        headers: { ...headers, 'content-range': `bytes */${file.size}` },
      })
    const { start, end } = range ?? { start: 0, end: file.size - 1 }
    const partial = range ? { 'content-range': `bytes ${start}-${end}/${file.size}` } : {}
    const body = c.req.method === 'HEAD' ? null : bytesOf(files.pathOf(file.sha256), start, end)
    return new Response(body, {
      status: range ? 206 : 200,
      headers: { ...headers, ...partial, 'content-length': String(end - start + 1) },
    })
  }

  app.get(`${at}/:id/content`, (c) => serve(c, 'attachment'))
  app.get(`${at}/:id/view`, (c) => serve(c, 'inline'))
}

/** Nothing in a file may run, load or reach out. Browsers do not show PDF in a sandbox; their viewer is one of its own. */
function policyOf(kind: 'attachment' | 'inline', mediaType: string): string {
  const sandbox = kind === 'inline' && mediaType === 'application/pdf' ? '' : '; sandbox'
  return `default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'${sandbox}`
}

/** One range, as browsers and players ask for it; several at once are answered with the whole, which is allowed. */
function rangeOf(
  c: Context,
  file: { readonly size: number; readonly sha256: string },
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(c.req.header('range') ?? '')
  const condition = c.req.header('if-range')
  if (!match || (condition && condition !== `"${file.sha256}"`)) return undefined
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, file.size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? file.size - 1 : Math.min(Number(last), file.size - 1)
  return start > end || start >= file.size ? 'unsatisfiable' : { start, end }
}

function bytesOf(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array> // node's own type of the same object
}
