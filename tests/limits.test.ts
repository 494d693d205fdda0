import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSession } from '#modules/identity/contract.ts'
import { simulatedClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { password } from '#testing/cast.ts'
import { type Client, client } from '#testing/client.ts'
import { freshDatabase, PEOPLED } from '#testing/database.ts'
import { start } from '#testing/world.ts'
import { compose, type Program } from '../src/compose.ts'

/** The program as it is run, without the worlds' leave to ask as often as one likes. */
describe('what can be guessed cannot be guessed for long', () => {
  let program: Program
  let drop: () => Promise<void>
  let dataDir: string

  beforeEach(async () => {
    const database = await freshDatabase(PEOPLED)
    drop = database.drop
    dataDir = await mkdtemp(join(tmpdir(), 'mingjian-limits-'))
    const config = readConfig({
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      TRUSTED_PROXY: 'yes',
    })
    program = await compose(config, {
      clock: simulatedClock(start),
      kind: 'demonstration',
      totpRequired: false,
    })
  })
  afterEach(async () => {
    await program.close()
    await drop()
    await rm(dataDir, { recursive: true, force: true })
  })

  /** Seen by the proxy in front as coming from that address. */
  function browser(address: () => string = () => '192.0.2.1'): Client {
    return client(async (path, init) => {
      const headers = new Headers(init.headers)
      headers.set('x-forwarded-for', address())
      return program.app.request(path, { ...init, headers })
    })
  }
  const post = (by: Client, path: string, body: object) =>
    by.raw(`/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  /** How often it was answered before it was refused, and the refusal. */
  async function triesBefore(attempt: () => Promise<Response>, most: number) {
    for (let n = 0; n <= most; n += 1) {
      const response = await attempt()
      if (response.status === 429) return { n, response }
    }
    throw new Error(`still answered after ${most} tries`)
  }

  it('a login after ten tries, also where its letters change, while another login still gets in', async () => {
    const spelt = ['Court-Officer', 'court-officer', ' COURT-OFFICER ']
    let n = 0
    const { n: tries, response } = await triesBefore(() => {
      n += 1
      return post(browser(), '/session/open', { login: spelt[n % 3], password: '不对的口令' })
    }, 12)
    expect(tries).toBe(10)
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await response.json()).toMatchObject({
      type: '/problems/too-many',
      detail: expect.stringMatching(/请 \d+ 秒后再试/),
    })
    expect((await post(browser(), '/session/open', { login: 'court-officer', password })).status).toBe(429)
    expect((await post(browser(), '/session/open', { login: 'party', password })).status).toBe(200)
  })

  it('a login at one address, not the person himself at his own', async () => {
    const guess = { login: 'court-officer', password: '不对的口令' }
    await triesBefore(() => post(browser(), '/session/open', guess), 12)
    for (let n = 0; n < 5; n += 1)
      expect((await post(browser(), '/session/open', { ...guess, login: 'agency-officer' })).status).toBe(401)
    const himself = browser(() => '198.51.100.7')
    expect((await post(himself, '/session/open', { login: 'court-officer', password })).status).toBe(200)
  })

  it('a login from many addresses after a hundred tries', async () => {
    let n = 0
    const anywhere = browser(() => `203.0.113.${n}`)
    const { n: tries } = await triesBefore(() => {
      n += 1
      return post(anywhere, '/session/open', { login: 'nobody-here', password: '不对的口令' })
    }, 102)
    expect(tries).toBe(100)
  })

  it('many logins from one address after thirty tries', async () => {
    let n = 0
    const { n: tries } = await triesBefore(() => {
      n += 1
      return post(browser(), '/session/open', { login: `somebody-${n}`, password: '不对的口令' })
    }, 32)
    expect(tries).toBe(30)
  })

  it('the code of an opinion after ten tries a minute', async () => {
    const by = browser()
    let n = 0
    const { n: tries } = await triesBefore(() => {
      n += 1
      return by.raw(`/api/opinions/check?number=${n}&code=AAAA${n}`)
    }, 22)
    expect(tries).toBe(10)
  })

  it('comments on drafts from one address after ten', async () => {
    const path = '/consultations/0198a000-0000-7000-8000-000000000000/comment'
    const comment = { name: '某人', text: '同一来源反复提出的意见。' }
    const { n: tries } = await triesBefore(() => post(browser(), path, comment), 12)
    expect(tries).toBe(10)
  })

  it.each([
    ['/session/step-up', { password: '不对的口令' }],
    ['/session/enrol-totp', { password: '不对的口令' }],
    ['/session/confirm-totp', { code: '000000' }],
    ['/accounts/change-password', { current: '不对的口令', password: '另一个足够长的口令-2026' }],
  ])('%s after ten tries of one account, from however many addresses', async (path, body) => {
    let at = 0
    const by = browser(() => `203.0.113.${at}`)
    await by.call(openSession, { login: 'party', password })
    const { n } = await triesBefore(() => {
      at += 1
      return post(by, path, body)
    }, 12)
    expect(n).toBe(10)
    const colleague = browser()
    await colleague.call(openSession, { login: 'court-officer', password })
    expect((await post(colleague, path, body)).status).not.toBe(429)
  })

  it('the set-up code after ten tries', async () => {
    const setup = {
      organisationName: '某中心',
      login: 'another',
      name: '某人',
      password: '足够长的口令-2026-甲',
    }
    let n = 0
    const { n: tries } = await triesBefore(() => {
      n += 1
      return post(browser(), '/setup/create-first-administrator', { ...setup, setupCode: `guess-${n}` })
    }, 12)
    expect(tries).toBe(10)
  })
})
