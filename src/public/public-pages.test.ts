import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problems } from '#kernel/problem.ts'
import { library } from '#law/library.ts'
import { parseVerifierKey } from '#log/core/note-key.ts'
import { checkReceipt } from '#log/core/receipt.ts'
import { recordCorrection, recordSupersession } from '#modules/opinions/contract/changes.ts'
import { returnOpinion } from '#modules/opinions/contract/issue.ts'
import type { Env } from '#platform/http.ts'
import { rateLimit } from '#platform/rate-limit.ts'
import { type IssuedMatter, issuedMatter } from '#testing/issued-matter.ts'
import { approvedCase, frozenOpinion, proven } from '#testing/opinions.ts'
import { type World, world } from '#testing/world.ts'
import { sha256, tree } from '#verify/sha256.ts'
import { rulesOf } from './catalogue/rules-of.ts'
import { mountPublicPages } from './mount-public-pages.ts'

let w: World
let matter: IssuedMatter
const get = (path: string, headers: Record<string, string> = {}) => w.program.app.request(path, { headers })
const check = (number: string, code: string) => `/check?${new URLSearchParams({ number, code })}`

beforeAll(async () => {
  w = await world()
  matter = await issuedMatter(w)
})
afterAll(() => w?.close())

function addresses(): readonly string[] {
  return [
    '/',
    '/check',
    check(matter.opinionNo, matter.code),
    `/check/${encodeURIComponent(matter.opinionNo)}`,
    '/verify',
    '/directory',
    '/directory?kind=appraiser',
    '/directory?text=jia&on=2026-03-02&question=true',
    '/directory/institution/44-001',
    '/directory/institution/44-001?on=2026-03-02&question=said',
    '/directory/appraiser/44-001-001',
    '/directory/changes',
    '/directory/changes?from=2026-02-01&to=2026-03-02',
    '/directory/coverage',
    '/directory/coverage?ip=PATENT_INVENTION&field=F31',
    '/directory/report?key=institution:44-001',
    '/directory/report/answer',
    '/draws',
    `/draws/${matter.drawId}`,
    '/log',
    '/log/entries/0',
    '/rules',
    ...rulesOf(w.program.modules).map(({ rule }) => `/rules/${rule.id}`),
    '/clauses',
    ...library.map(({ id }) => `/clauses/${encodeURIComponent(id)}`),
    ...Object.keys(problems).map((type) => `/problems/${type}`),
  ]
}

describe('every public page', () => {
  it('answers under 60 kB, in Chinese, without inline script or style, scripts only where something is checked', async () => {
    for (const address of addresses()) {
      const response = await get(address)
      const html = await response.text()
      expect(response.status, address).toBe(200)
      expect(response.headers.get('content-type'), address).toBe('text/html; charset=UTF-8')
      expect(Buffer.byteLength(html), address).toBeLessThan(60_000)
      expect(html, address).toContain('<html lang="zh-CN">')
      expect(html, address).toContain('href="#main"')
      expect(html, address).toContain('演示环境')
      expect(html, address).toContain('未接入')
      expect(html, address).not.toMatch(/ style="|<style| on[a-z]+="/)
      const scripts = html.match(/<script(?! type="application\/ld\+json")[^>]*>/g) ?? []
      if (!/^\/(verify|draws\/.*)$/.test(address)) expect(scripts, address).toEqual([])
      for (const script of scripts) expect(script).toMatch(/^<script type="module" src="\/public\//)
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("script-src 'self';")
      expect(policy).not.toContain('unsafe')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('leads nowhere that is not there', async () => {
    const known = new Set<string>()
    for (const address of addresses()) {
      const html = await (await get(address)).text()
      for (const [, href = ''] of html.matchAll(/ (?:href|src)="([^"]+)"/g)) {
        const path = href.replaceAll('&amp;', '&').split('#')[0] ?? ''
        if (!path.startsWith('/') || path.startsWith('/app') || known.has(path)) continue
        known.add(path)
        expect((await get(path)).status, `${path} on ${address}`).toBeLessThan(400)
      }
    }
  })

  it('names nobody but those whom the directory makes public', async () => {
    const words = ['管理员', '审计员'] // stand for people in the cast, and are words
    const people = await w.program.database.read
      .selectFrom('account')
      .select('name')
      .where('name', 'not in', words)
      .execute()
    const directory = await (await get('/directory/institution/44-001')).text()
    for (const address of addresses().filter((each) => !each.startsWith('/directory'))) {
      const html = await (await get(address)).text()
      for (const { name } of people) expect(html, `${name} on ${address}`).not.toContain(name)
    }
    expect(directory).toContain('陈鉴一')
    expect(directory).not.toContain('王受理')
  })

  it('keeps the style sheet for ever under an address that changes with it', async () => {
    const html = await (await get('/')).text()
    const [, path = ''] = /href="(\/public\.css\?v=[0-9a-f]{16})"/.exec(html) ?? []
    const response = await get(path)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect((await get('/public.css')).headers.get('cache-control')).toBe('no-cache')
  })
})

describe('checking by number and code', () => {
  it('says what is registered and never what the opinion says', async () => {
    const html = await (await get(check(matter.opinionNo, matter.code))).text()
    expect(html).toContain('有效登记')
    expect(html).toContain('甲知识产权鉴定中心')
    expect(html).not.toContain('台阶面')
    expect(html).not.toContain('演示管道')
    expect(html).not.toContain('快速锁紧接头')
  })

  it('answers a wrong code as an unknown number, and is not kept', async () => {
    const wrong = await get(check(matter.opinionNo, '22222222'))
    const unknown = await get(check('乙鉴[2026]知鉴字第9号', matter.code))
    expect(wrong.headers.get('cache-control')).toBe('no-store')
    for (const response of [wrong, unknown]) expect(await response.text()).toContain('没有登记')
  })

  it('keeps the number in the form where nothing was found, and never the code', async () => {
    for (const code of ['22222222', '2', '']) {
      const html = await (await get(check(matter.opinionNo, code))).text()
      expect(html).toContain(`name="number" value="${matter.opinionNo}"`)
      expect(html).toContain('name="code" value=""')
    }
  })

  it('asks for what is missing, field by field, and shows what was typed as text', async () => {
    const response = await get(check('"><script>alert(1)</script>', ''))
    const html = await response.text()
    expect(response.status).toBe(400)
    expect(html).toContain('请填写验证码')
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<script')
  })

  it('takes the number from the address of the QR code', async () => {
    const html = await (await get(`/check/${encodeURIComponent(matter.opinionNo)}`)).text()
    expect(html).toContain(`value="${matter.opinionNo}"`)
    expect((await get(`/check/${encodeURIComponent(matter.opinionNo)}?code=${matter.code}`)).status).toBe(200)
  })
})

describe('what is recorded after issue', () => {
  it('stands on the check page: a correction, then the opinion that took its place', async () => {
    const { opinionId: id } = matter
    const appraiser = await proven(w, 'jia-appraiser1')
    await appraiser.call(recordCorrection, {
      id,
      ground: 'WORDING_SLIP',
      text: '第 3 页“卡簧”误作“卡环”。',
      meaningUnchanged: true,
    })
    const corrected = await (await get(check(matter.opinionNo, matter.code))).text()
    expect(corrected).toContain('<p class="sentence-word">已补正</p>')
    expect(corrected).toContain('文字表达有误')
    expect(corrected).not.toContain('误作')
    const successor = '乙鉴[2026]知鉴字第9号'
    await (await w.as('jia-admin')).call(recordSupersession, { id, successor, text: '法院另行委托。' })
    const superseded = await (await get(check(matter.opinionNo, matter.code))).text()
    expect(superseded).toContain('sentence-refused')
    expect(superseded).toContain('<p class="sentence-word">已重新鉴定</p>')
    expect(superseded).toContain(successor)
  })

  it('shows a number that was voided before issue as voided, never as valid', async () => {
    const { id } = await approvedCase(w)
    const frozen = await frozenOpinion(w, id)
    const waiting = await (await get(check(frozen.opinionNo, frozen.code))).text()
    expect(waiting).toContain('<p class="sentence-word">尚未签发</p>')
    const issuer = await w.as('jia-issuer')
    await issuer.call(returnOpinion, { id, reason: '第 1 项意见的数值有误' })
    const voided = await (await get(check(frozen.opinionNo, frozen.code))).text()
    expect(voided).toContain('<p class="sentence-word">作废</p>')
    expect(voided).toContain('sentence-refused')
    expect(voided).not.toContain('有效登记')
  })
})

describe('guessing', () => {
  it('is stopped by the limit of the interface, with a page that says when to go on', async () => {
    const app = new Hono<Env>()
    const limit = rateLimit({ 'opinion.check': { points: 2, duration: 60 } })
    const { engine, modules } = w.program
    mountPublicPages(app, {
      engine,
      modules,
      kind: 'demonstration',
      limit: (name, { address }) => limit(name, address),
    })
    const tries = [1, 2, 3].map(() => app.request(check(matter.opinionNo, '22222222')))
    const answers = await Promise.all(tries)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    const stopped = answers[2]
    expect(stopped?.headers.get('retry-after')).toBe('60')
    const html = await stopped?.text()
    expect(html).toMatch(/请 \d+ 秒后再试/)
    expect(html).toContain(`value="${matter.opinionNo}"`)
    expect((await app.request('/check')).status).toBe(200)
  })
})

describe('关怀版', () => {
  it('is switched by a link, kept in a cookie, and goes back to the page', async () => {
    const switched = await get(
      `/care?${new URLSearchParams({ on: '1', back: '/clauses/法释〔2020〕12号?a=1' })}`,
    )
    expect(switched.status).toBe(303)
    expect(decodeURI(switched.headers.get('location') ?? '')).toBe('/clauses/法释〔2020〕12号?a=1')
    const [cookie = ''] = (switched.headers.get('set-cookie') ?? '').split(';')
    expect(await (await get('/', { cookie })).text()).toContain('data-care')
    expect(await (await get('/')).text()).not.toContain('data-care')
  })

  it.each(['https://example.com/', '//example.com', '/\\example.com', 'javascript:alert(1)', ''])(
    'never leads to %s',
    async (back) => {
      expect((await get(`/care?${new URLSearchParams({ on: '1', back })}`)).headers.get('location')).toBe('/')
    },
  )
})

describe('the public log', () => {
  it('shows a leaf with a proof that opens nothing and holds', async () => {
    const proof = await (await get('/log/entries/5.tlog-proof')).text()
    const { origin, vkey } = w.program.services.trust.log
    const key = parseVerifierKey(sha256, vkey)
    if (!key) throw new Error('the log has a key')
    const receipt = await checkReceipt(tree, proof, { origin, keys: [key] })
    expect(receipt).toMatchObject({ leaf: { index: 5 }, opened: {} })
    const html = await (await get('/log/entries/5')).text()
    expect(html).toContain('c2sp.org/tlog-proof@v1')
  })

  it('says of what is not published that it is not', async () => {
    for (const index of ['999999', '999999.tlog-proof'])
      expect((await get(`/log/entries/${index}`)).status).toBe(404)
    expect((await get('/log/entries?index=7')).headers.get('location')).toBe('/log/entries/7')
  })
})

describe('what is not there', () => {
  it.each([
    '/nowhere',
    '/directory/institution/99-999',
    '/directory/institution/44-001?on=2020-01-01',
    '/directory/elsewhere/44-001',
    '/directory/report?key=institution:99-999',
    '/institutions/not-an-id',
    '/institutions/00000000-0000-0000-0000-000000000000',
    '/rules/no-such-rule',
    '/clauses/%E6%97%A0',
    '/problems/no-such-problem',
    '/log/entries/abc',
  ])('%s is a page in Chinese with status 404', async (address) => {
    const response = await get(address)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('<html lang="zh-CN">')
  })
})
