import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Env } from '#platform/http.ts'

const css = ['frame', 'content', 'form', 'directory', 'print']
  .map((name) => readFileSync(join(import.meta.dirname, 'style', `${name}.css`), 'utf8'))
  .join('\n')
const version = createHash('sha256').update(css).digest('hex').slice(0, 16)

/** The one style sheet of the public pages; its address changes with its content, so it may be kept for ever. */
export const styleSheetPath = `/public.css?v=${version}`

export function mountStyleSheet(app: Hono<Env>): void {
  app.get('/public.css', (c) => {
    c.header('content-type', 'text/css; charset=utf-8')
    const current = c.req.query('v') === version
    c.header('cache-control', current ? 'public, max-age=31536000, immutable' : 'no-cache')
    return c.body(css)
  })
}
