import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Context, Hono } from 'hono'
import type { Env } from './http.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

interface Asset {
  readonly type: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
}

/**
 * Serves the built signed-in application under /app/. Names of assets carry their hash, so they may be kept for ever;
 * index.html gets the style nonce of this very answer, which Ant Design puts on the styles that it writes.
 */
export async function serveWebShell(app: Hono<Env>, dist: string): Promise<void> {
  const page = join(dist, 'index.html')
  if (!existsSync(page)) {
    app.get('/app/*', (c) => c.text('界面还没有构建。请管理员在服务器上运行 npm run build 后重新启动。', 503))
    return
  }
  const index = await readFile(page, 'utf8')
  const assets = await readAssets(join(dist, 'assets'))
  app.get('/app', (c) => c.redirect('/app/', 308))
  app.get('/app/assets/:name', (c) => send(c, assets.get(c.req.param('name'))))
  app.get('/app/*', (c) => {
    c.header('cache-control', 'no-store')
    return c.html(index.replace('STYLE_NONCE', c.get('styleNonce')))
  })
}

/** A few megabytes at most, read and compressed once at the start. */
async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const names = await readdir(folder)
  const entries = await Promise.all(
    names.map(async (name): Promise<[string, Asset]> => {
      const plain = new Uint8Array(await readFile(join(folder, name)))
      const gzip = new Uint8Array(gzipSync(plain, { level: 9 }))
      return [name, { type: types[extname(name)] ?? 'application/octet-stream', plain, gzip }]
    }),
  )
  return new Map(entries)
}

function send(c: Context<Env>, asset: Asset | undefined): Response {
  if (!asset) return c.text('没有这个文件。页面可能已经更新，请刷新后再试。', 404)
  const zipped =
    asset.gzip.length < asset.plain.length && (c.req.header('accept-encoding') ?? '').includes('gzip')
  c.header('content-type', asset.type)
  c.header('cache-control', 'public, max-age=31536000, immutable')
  c.header('vary', 'accept-encoding')
  if (zipped) c.header('content-encoding', 'gzip')
  return c.body(zipped ? asset.gzip : asset.plain)
}
