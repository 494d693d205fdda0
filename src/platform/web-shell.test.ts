import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Env } from './http.ts'
import { securityHeaders } from './security-headers.ts'
import { serveWebShell } from './web-shell.ts'

let dist = ''
const script = 'export const said = "明鉴";'.repeat(50)

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'mingjian-shell-'))
  await mkdir(join(dist, 'assets'))
  await writeFile(join(dist, 'index.html'), '<meta name="style-nonce" content="STYLE_NONCE" />')
  await writeFile(join(dist, 'assets', 'main-abc.js'), script)
})

afterAll(() => rm(dist, { recursive: true, force: true }))

async function shell(folder: string) {
  let nonces = 0
  const nextNonce = () => {
    nonces += 1
    return `nonce-${nonces}`
  }
  const app = new Hono<Env>()
  app.use(securityHeaders(nextNonce, 'https://mingjian.test'))
  await serveWebShell(app, folder)
  return app
}

describe('the signed-in application is served', () => {
  it('with the style nonce of this very answer, on every path below /app/, and never kept', async () => {
    const app = await shell(dist)
    for (const path of ['/app/', '/app/cases/1']) {
      const answer = await app.request(path)
      const nonce = /content="([^"]+)"/.exec(await answer.text())?.[1]
      expect(nonce).toMatch(/^nonce-\d$/)
      expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=')
    }
  })

  it('with assets that may be kept for ever, compressed for those who accept it', async () => {
    const app = await shell(dist)
    const plain = await app.request('/app/assets/main-abc.js')
    expect(await plain.text()).toBe(script)
    expect(plain.headers.get('cache-control')).toContain('immutable')
    const zipped = await app.request('/app/assets/main-abc.js', {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString()).toBe(script)
  })

  it.each(['/app/assets/gone-123.js', '/app/assets/..%2Findex.html'])('without %s', async (path) => {
    expect((await (await shell(dist)).request(path)).status).toBe(404)
  })

  it('with a sentence where it was not built', async () => {
    const answer = await (await shell(join(dist, 'nowhere'))).request('/app/')
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('npm run build')
  })
})
