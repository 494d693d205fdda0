import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Env } from './http.ts'

const path = /^(checkpoint|tile\/(entries|\d{1,2})\/(x\d{3}\/)*\d{3}(\.p\/\d{1,3})?)$/

/** The public log as C2SP tlog-tiles under /log/, byte for byte as published; any web server can serve the same folder. */
export function serveLogFiles(app: Hono<Env>, folder: string): void {
  app.get('/log/:file{.+}', async (c, next) => {
    const file = c.req.param('file')
    if (!path.test(file)) return next()
    const bytes = await readFile(join(folder, file)).catch(() => undefined)
    if (!bytes) return c.text('还没有公布这个文件。', 404)
    c.header('content-type', file === 'checkpoint' ? 'text/plain; charset=utf-8' : 'application/octet-stream')
    c.header('cache-control', file === 'checkpoint' ? 'no-cache' : 'public, max-age=31536000, immutable')
    c.header('access-control-allow-origin', '*')
    return c.body(new Uint8Array(bytes))
  })
}
