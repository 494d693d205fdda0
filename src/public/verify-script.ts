import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import type { Env } from '#platform/http.ts'

const folder = join(import.meta.dirname, '../../dist/public')

/** The script of /verify. */
export function mountVerifyScript(app: Hono<Env>): string | undefined {
  return mountPageScript(app, 'verify-page')
}

/**
 * Serves the built script of one page under a name that carries its hash and returns its path; undefined where it was not
 * built (`npm run build`), which the page then says.
 */
export function mountPageScript(app: Hono<Env>, page: 'verify-page' | 'draw-page'): string | undefined {
  const built = new RegExp(`^${page}-[\\w-]+\\.js$`)
  const name = existsSync(folder) ? readdirSync(folder).find((each) => built.test(each)) : undefined
  if (!name) return undefined
  const plain = new Uint8Array(readFileSync(join(folder, name)))
  const gzip = new Uint8Array(gzipSync(plain, { level: 9 }))
  const path = `/public/${name}`
  app.get(path, (c) => {
    c.header('content-type', 'text/javascript; charset=utf-8')
    c.header('cache-control', 'public, max-age=31536000, immutable')
    c.header('vary', 'accept-encoding')
    const zipped = (c.req.header('accept-encoding') ?? '').includes('gzip')
    if (zipped) c.header('content-encoding', 'gzip')
    return c.body(zipped ? gzip : plain)
  })
  return path
}
