import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '#modules/identity/contract.ts'
import { simulatedClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { password } from '#testing/cast.ts'
import { freshDatabase, PEOPLED } from '#testing/database.ts'
import { uploadedLetter } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'
import { compose } from '../src/compose.ts'

/** Ways under /api that are no operation themselves, each asking an operation before it does anything. */
const besides = [
  'POST /api/uploads', // tus: announce, then bytes; file.register makes it a file
  'OPTIONS /api/uploads', // tus: what the server can do
  'GET /api/uploads/:id',
  'PATCH /api/uploads/:id',
  'DELETE /api/uploads/:id',
  'POST /api/files/:id/register', // waits for the last bytes, then the operation itself
  'GET /api/files/:id/content', // file.open
  'GET /api/files/:id/view',
  'GET /api/opinions/:id/content', // opinion.open
  'GET /api/opinions/:id/view',
  'GET /api/opinions/:id/opinion.tlog-proof', // opinion.prove
  'GET /api/notices/:id/letter.pdf', // notice.show
]

const own = 'http://127.0.0.1:8080'
const login = { login: 'court-officer', password }

describe('every way in', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.close())

  it('under /api is an operation of a module, a question what may be done, or named here', () => {
    const operations = w.program.modules.flatMap(({ commands, queries }) => [...commands, ...queries])
    const known = new Set([
      ...operations.map(({ endpoint: { method, path } }) => `${method} /api${path}`),
      ...besides,
    ])
    const routes = new Set(
      w.program.app.routes
        .filter(({ path, method }) => path.startsWith('/api') && method !== 'ALL')
        .map(({ method, path }) => `${method} ${path}`),
    )
    expect(
      [...routes].filter((each) => !known.has(each) && !/^GET \/api\/[a-z-]+\/:id\/can$/.test(each)),
    ).toEqual([])
    expect([...known].filter((each) => !routes.has(each))).toEqual([])
  })

  it('has grants, and ids, paths and titles of operations are each their own', () => {
    const operations = w.program.modules.flatMap(({ commands, queries }) => [...commands, ...queries])
    expect(operations.filter(({ allow }) => allow.length === 0)).toEqual([])
    const addresses = operations.map(
      ({ endpoint: { id, method, path } }) => [id, `${method} ${path}`] as const,
    )
    expect(new Set(addresses.map(([id]) => id)).size).toBe(addresses.length)
    expect(new Set(addresses.map(([, address]) => address)).size).toBe(addresses.length)
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'GET'])('%s does no deed', async (method) => {
    const response = await (await w.as('admin')).raw('/api/organisations/create', { method })
    expect(response.status).toBe(404)
  })

  it.each<readonly [string, Record<string, string>, number]>([
    ['a program, which names no origin', {}, 200],
    ['a page of this platform', { origin: own, 'sec-fetch-site': 'same-origin' }, 200],
    ['a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of another site in an old browser', { origin: 'https://evil.example' }, 403],
    ['a page without an origin of its own', { origin: 'null' }, 403],
    ['the same name on another port', { origin: 'http://127.0.0.1:9999' }, 403],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['a form of another site', { 'content-type': 'text/plain', origin: 'https://evil.example' }, 403],
    ['JSON said to be text', { 'content-type': 'text/plain' }, 400],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
    ['nothing said about the content', { 'content-type': '' }, 400],
  ])('takes or refuses a deed from %s', async (_, headers, status) => {
    const response = await w.program.app.request(`${own}/api/session/open`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(login),
    })
    expect(response.status).toBe(status)
    if (status !== 200) expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('guards uploads as it guards deeds', async () => {
    const officer = await w.as('court-officer')
    const foreign = await officer.raw('/api/uploads', {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'tus-resumable': '1.0.0', 'upload-length': '1' },
    })
    expect(foreign.status).toBe(403)
    const stranger = await w.anonymous().raw('/api/uploads', {
      method: 'POST',
      headers: { 'tus-resumable': '1.0.0', 'upload-length': '1' },
    })
    expect(stranger.status).toBe(401)
  })

  it.each([
    ['an answer', '/api/session', 200],
    ['a refusal', '/api/cases', 401],
    ['what is not there', '/api/nothing', 404],
    ['the health page', '/health', 200],
    ['the public home page', '/', 200],
    ['the public check page', '/check', 200],
    ['the style sheet', '/public.css', 200],
    ['the trust file', '/trust.json', 200],
    ['a page that does not exist', '/no/such/page', 404],
  ] as const)('protects the reader of %s by its headers', async (_, path, status) => {
    const { status: answered, headers } = await w.program.app.request(path)
    expect(answered).toBe(status)
    protects(headers)
    const policy = policyOf(headers)
    expect(policy.get('script-src')).toBe("'self'")
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.get('object-src')).toBe("'none'")
    expect(policy.get('base-uri')).toBe("'none'")
    expect(policy.get('form-action')).toBe("'self'")
    expect(String([...policy.values()])).not.toMatch(/unsafe-|\*|https?:/)
    // Whom to trust is for everyone's verifier to fetch; nothing else is for other sites.
    expect(headers.get('access-control-allow-origin')).toBe(path === '/trust.json' ? '*' : null)
    if (path.startsWith('/api/')) expect(headers.get('cache-control')).toBe('no-store')
  })

  it('gives every page styles a nonce of its own', async () => {
    const nonces = await Promise.all(
      [1, 2, 3].map(async () => policyOf((await w.program.app.request('/')).headers).get('style-src')),
    )
    expect(new Set(nonces).size).toBe(3)
  })

  it('lets nothing run in a file that somebody sent', async () => {
    const officer = await w.as('court-officer')
    const id = await uploadedLetter(w, 'court-officer')
    for (const [kind, disposition] of [
      ['content', 'attachment'],
      ['view', 'inline'],
    ] as const) {
      const { status, headers } = await officer.raw(`/api/files/${id}/${kind}`)
      expect(status).toBe(200)
      protects(headers)
      const policy = policyOf(headers)
      expect(policy.get('default-src')).toBe("'none'")
      expect(policy.has('sandbox')).toBe(true)
      expect(policy.has('script-src')).toBe(false)
      expect(headers.get('content-disposition')).toMatch(new RegExp(`^${disposition};`))
    }
  })

  it('keeps the session in a cookie that scripts and other sites do not get', async () => {
    const [cookie = ''] = await cookiesOf(w.program.app, own)
    expect(attributes(cookie)).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict'])
    expect(cookie).toMatch(/^mingjian=/)
  })

  it('never makes a session of a token that somebody planted, and ends none by signing in anew', async () => {
    const planted = 'A'.repeat(43)
    const signIn = (cookie: string) =>
      w.program.app.request('/api/session/open', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: `mingjian=${cookie}` },
        body: JSON.stringify(login),
      })
    const tokenOf = (response: Response) =>
      /mingjian=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1]
    const who = async (token = '') => {
      const response = await w.program.app.request('/api/cases', { headers: { cookie: `mingjian=${token}` } })
      return response.status
    }
    const first = tokenOf(await signIn(planted))
    expect(first).not.toBe(planted)
    expect(await who(planted)).toBe(401)
    const second = tokenOf(await signIn(first ?? ''))
    expect(second).not.toBe(first)
    expect(await who(second)).toBe(200)
    for (const token of ['', 'x', `${second}x`, (second ?? '').toLowerCase(), "' or 1=1 --", '%00'])
      expect(await who(token), token).toBe(401)
  })
})

describe('behind https', () => {
  it('the cookie is for this host and for https alone, and browsers are told to stay with https', async () => {
    const database = await freshDatabase(PEOPLED)
    const dataDir = await mkdtemp(join(tmpdir(), 'mingjian-https-'))
    const site = 'https://mingjian.example.cn'
    const config = readConfig({
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      PUBLIC_URL: site,
      LOG_LEVEL: 'silent',
    })
    const clock = simulatedClock(new Date('2026-03-02T01:00:00Z'))
    const program = await compose(config, { clock, kind: 'demonstration', totpRequired: false })
    try {
      const [cookie = ''] = await cookiesOf(program.app, site)
      expect(cookie).toMatch(/^__Host-mingjian=/)
      expect(attributes(cookie)).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure'])
      const { headers } = await program.app.request(`${site}/api/session`)
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
      // Behind a proxy the program itself is asked over http, and the site's own origin still counts.
      const proxied = await program.app.request('http://127.0.0.1:8080/api/session/open', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: site },
        body: JSON.stringify(login),
      })
      expect(proxied.status).toBe(200)
    } finally {
      await program.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    }
  })
})

type App = World['program']['app']

async function cookiesOf(app: App, site: string): Promise<string[]> {
  const response = await app.request(`${site}${'/api'}${openSession.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site },
    body: JSON.stringify(login),
  })
  expect(await response.text()).not.toContain('sessionToken')
  return response.headers.getSetCookie()
}

function attributes(cookie: string): string[] {
  return cookie.split('; ').slice(1).sort()
}

function policyOf(headers: Headers): Map<string, string> {
  const policy = headers.get('content-security-policy') ?? ''
  return new Map(
    policy.split(';').map((part): [string, string] => {
      const [name = '', ...values] = part.trim().split(' ')
      return [name, values.join(' ')]
    }),
  )
}

function protects(headers: Headers): void {
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  })
  expect(policyOf(headers).get('frame-ancestors')).toBe("'self'")
  for (const name of ['x-powered-by', 'server', 'access-control-allow-credentials'])
    expect(headers.has(name)).toBe(false)
}
