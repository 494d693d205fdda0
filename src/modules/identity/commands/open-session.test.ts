import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt, type Door, openDoor, violated } from '#testing/door.ts'
import {
  type Administrator,
  administratorOf,
  organisation,
  PASSWORD,
  person,
  type Someone,
  setup,
} from '#testing/people.ts'
import {
  changePassword,
  closeSession,
  confirmTotp,
  createAccount,
  createFirstAdministrator,
  disableAccount,
  enableAccount,
  enrolTotp,
  listAccounts,
  me,
  openSession,
  resetPassword,
  setupState,
  stepUpSession,
} from '../contract.ts'
import { passwordMatches } from '../credentials/password.ts'

let door: Door
let root: Administrator
let institution: string

beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

async function signIn(who: Someone, wait = 60_000) {
  door.clock.advance(wait)
  const browser = door.browser()
  const code = codeAt(who.secret, door.clock.now())
  const answer = await browser.post(openSession, { login: who.login, password: PASSWORD, code })
  return { browser, answer, code }
}

describe('setting up', () => {
  it.each([
    ['a wrong setup code', { setupCode: 'guess' }, 403],
    ['a short password', { password: 'short' }, 422],
    ['a password that contains the login', { password: 'x-root-admin-x' }, 422],
    ['a login with spaces', { login: 'root admin' }, 400],
  ])('refuses %s and leaves the platform as it was', async (_, change, status) => {
    const answer = await door.browser().post(createFirstAdministrator, { ...setup(door), ...change })
    expect(answer.status).toBe(status)
    expect((await door.browser().get(setupState)).body).toEqual({ firstAdministratorNeeded: true })
  })

  it('makes one first administrator of two who try at the same moment, and none after', async () => {
    const rivals = await Promise.all([
      door.browser().post(createFirstAdministrator, setup(door)),
      door.browser().post(createFirstAdministrator, setup(door)),
    ])
    expect(rivals.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = rivals.find(({ status }) => status === 200)
    root = await administratorOf(door, winner?.body)
    const late = await door.browser().post(createFirstAdministrator, { ...setup(door), login: 'late' })
    expect(late.status).toBe(409)
    expect(await door.look('select login from account')).toEqual([{ login: 'root-admin' }])
    expect((await door.browser().get(setupState)).body).toEqual({ firstAdministratorNeeded: false })
  })
})

describe('signing in', () => {
  let clerk: Someone

  beforeAll(async () => {
    institution = await organisation(root, 'institution', '甲鉴定所')
    clerk = await person(door, root, {
      organisationId: institution,
      login: 'clerk-li',
      name: '李受理',
      roles: ['INTAKE_CLERK'],
    })
  })

  it('tells the public where it is and nothing else', async () => {
    const { body } = await door.browser().get(me)
    expect(body).toEqual({
      signedIn: false,
      installation: { kind: 'demonstration', simulatedClock: true },
    })
  })

  it('opens a session with password and code, and the token is in the cookie alone', async () => {
    const { browser, answer } = await signIn(clerk)
    expect(answer).toMatchObject({ status: 200, body: { first: null } })
    expect(answer.body).not.toHaveProperty('sessionToken')
    expect(browser.cookie()).toMatch(/^[\w-]{43}$/)
    expect((await browser.get(me)).body).toMatchObject({
      signedIn: true,
      account: { login: 'clerk-li' },
      organisation: { kind: 'institution', name: '甲鉴定所' },
      roles: ['INTAKE_CLERK'],
      first: null,
      steppedUpAt: null,
    })
  })

  it('accepts the login in capitals, for it is one and the same', async () => {
    door.clock.advance(60_000)
    const code = codeAt(clerk.secret, door.clock.now())
    const answer = await door.browser().post(openSession, { login: 'CLERK-LI', password: PASSWORD, code })
    expect(answer.status).toBe(200)
  })

  it('answers an unknown login, a wrong password, a missing, wrong and used code in the same words', async () => {
    const { code: used } = await signIn(clerk)
    const attempts = [
      { login: 'nobody-here', password: PASSWORD, code: '000000' },
      { login: 'clerk-li', password: 'wrong-password-canary' },
      { login: 'clerk-li', password: PASSWORD },
      { login: 'clerk-li', password: PASSWORD, code: used === '000000' ? '111111' : '000000' },
      { login: 'clerk-li', password: PASSWORD, code: used },
    ]
    const answers = []
    for (const attempt of attempts) {
      const { status, body } = await door.browser().post(openSession, attempt)
      answers.push({ status, ...body, request: '' })
    }
    expect(answers[0]).toMatchObject({ status: 401, type: '/problems/unauthenticated' })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('has no password for an account that does not exist, not even the one of the decoy', async () => {
    expect(await passwordMatches(undefined, 'no account has this hash')).toBe(false)
  })

  it('takes one code for one of two simultaneous sign-ins', async () => {
    door.clock.advance(60_000)
    const attempt = {
      login: 'clerk-li',
      password: PASSWORD,
      code: codeAt(clerk.secret, door.clock.now()),
    }
    const both = await Promise.all([
      door.browser().post(openSession, attempt),
      door.browser().post(openSession, attempt),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it('closes a session for good', async () => {
    const { browser } = await signIn(clerk)
    const token = browser.cookie()
    expect((await browser.post(closeSession)).status).toBe(200)
    expect(browser.cookie()).toBeUndefined()
    browser.keep(token)
    expect((await browser.get(me)).body.signedIn).toBe(false)
    expect((await browser.post(closeSession)).status).toBe(401)
  })

  it('ends a session after half an hour of rest, and after eight hours whatever happens', async () => {
    const resting = (await signIn(clerk)).browser
    door.clock.advance(31 * 60_000)
    expect((await resting.get(me)).body.signedIn).toBe(false)

    const busy = (await signIn(clerk)).browser
    for (let minutes = 20; minutes < 480; minutes += 20) {
      door.clock.advance(20 * 60_000)
      expect((await busy.get(me)).body.signedIn).toBe(true)
    }
    door.clock.advance(20 * 60_000)
    expect((await busy.get(me)).body.signedIn).toBe(false)
  })
})

describe('the note of last use', () => {
  it('is made at most once a minute, however often the session is used', async () => {
    const { browser } = await signIn(root)
    const seen = async () => {
      const [row] = await door.look(`select max(last_seen_at) as at from session where ended_at is null`)
      return row.at.toISOString()
    }
    const opened = await seen()
    door.clock.advance(59_000)
    await browser.get(me)
    expect(await seen()).toBe(opened)
    door.clock.advance(1_000)
    await browser.get(me)
    expect(await seen()).toBe(door.clock.now().toISOString())
  })
})

describe('proving identity anew', () => {
  let clerk: Someone

  beforeAll(async () => {
    root.keep((await signIn(root)).browser.cookie())
    clerk = await person(door, root, {
      organisationId: institution,
      login: 'clerk-wang',
      name: '王受理',
      roles: ['INTAKE_CLERK'],
    })
  })

  it('gives a new token and lets the old one open nothing', async () => {
    const { browser } = await signIn(clerk)
    const old = browser.cookie()
    door.clock.advance(60_000)
    const answer = await browser.post(stepUpSession, { code: codeAt(clerk.secret, door.clock.now()) })
    expect(answer).toMatchObject({ status: 200, body: { steppedUpAt: door.clock.now().toISOString() } })
    expect(browser.cookie()).not.toBe(old)
    expect((await browser.get(me)).body.steppedUpAt).toBe(door.clock.now().toISOString())
    const thief = door.browser()
    thief.keep(old)
    expect((await thief.get(me)).body.signedIn).toBe(false)
  })

  it('refuses the code of the sign-in, by rule, and the attempt is in the log', async () => {
    const { browser, code } = await signIn(clerk)
    const answer = await browser.post(stepUpSession, { code })
    expect(answer.status).toBe(422)
    expect(violated(answer)).toEqual(['one-time-code-right'])
    const [last] = await door.look(
      `select e.op, p.fields->>'attempted' as attempted from log_entry e join log_payload p using (index) order by index desc limit 1`,
    )
    expect(last).toEqual({ op: 'attempt.refused', attempted: 'session.step-up' })
  })

  it('does not take a password where an authenticator is bound', async () => {
    const { browser } = await signIn(clerk)
    const answer = await browser.post(stepUpSession, { password: PASSWORD })
    expect(violated(answer)).toEqual(['one-time-code-right'])
  })
})

describe('what must be done first', () => {
  it('gives no role and no organisation until password and authenticator are the person’s own', async () => {
    root.keep((await signIn(root)).browser.cookie())
    const { body } = await root.post(createAccount, {
      organisationId: institution,
      login: 'admin-zhao',
      name: '赵管理',
      roles: ['INSTITUTION_ADMIN'],
    })
    expect(body.initialPassword).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    const browser = door.browser()
    const opened = await browser.post(openSession, { login: 'admin-zhao', password: body.initialPassword })
    expect(opened.body.first).toBe('change-password')
    expect((await browser.get(me)).body).toMatchObject({ roles: [], first: 'change-password' })
    expect((await browser.get(listAccounts)).status).toBe(403)

    const wrong = await browser.post(changePassword, { current: 'not-it-canary', password: 'short' })
    expect(violated(wrong)).toEqual(['password-right', 'password-strong'])
    const same = await browser.post(changePassword, {
      current: body.initialPassword,
      password: body.initialPassword,
    })
    expect(violated(same)).toEqual(['password-new'])
    const elsewhere = door.browser()
    await elsewhere.post(openSession, { login: 'admin-zhao', password: body.initialPassword })
    const changed = await browser.post(changePassword, { current: body.initialPassword, password: PASSWORD })
    expect(changed.status).toBe(200)
    expect((await elsewhere.get(me)).body.signedIn).toBe(false)

    expect((await browser.get(me)).body).toMatchObject({ roles: [], first: 'enrol-totp' })
    expect((await browser.get(listAccounts)).status).toBe(403)
    expect((await browser.post(stepUpSession, { password: PASSWORD })).status).toBe(409)
    expect((await browser.post(confirmTotp, { code: '123456' })).status).toBe(409)
    expect(violated(await browser.post(enrolTotp, { password: 'not-it-canary' }))).toEqual(['password-right'])
    const { secret, otpauth } = (await browser.post(enrolTotp, { password: PASSWORD })).body
    expect(otpauth).toContain(secret)
    const right = codeAt(secret, door.clock.now())
    const mistyped = right === '000000' ? '000001' : '000000'
    expect(violated(await browser.post(confirmTotp, { code: mistyped }))).toEqual(['one-time-code-right'])
    expect((await browser.post(confirmTotp, { code: right })).status).toBe(200)
    expect((await browser.get(me)).body).toMatchObject({ roles: ['INSTITUTION_ADMIN'], first: null })
    expect((await browser.get(listAccounts)).status).toBe(200)
    expect((await browser.post(enrolTotp, { password: PASSWORD })).status).toBe(409)
  })
})

describe('closing and resetting', () => {
  it('kills the sessions of a disabled account at once and lets it in again when enabled', async () => {
    root.keep((await signIn(root)).browser.cookie())
    const victim = await person(door, root, {
      organisationId: institution,
      login: 'clerk-qian',
      name: '钱受理',
      roles: ['INTAKE_CLERK'],
    })
    const reason = '离职'
    expect((await root.post(disableAccount, { id: victim.accountId, reason })).status).toBe(200)
    expect((await victim.get(me)).body.signedIn).toBe(false)
    expect((await signIn(victim)).answer.status).toBe(401)
    expect((await root.post(disableAccount, { id: victim.accountId, reason })).status).toBe(409)
    expect((await root.post(enableAccount, { id: victim.accountId, reason: '返岗' })).status).toBe(200)
    expect((await signIn(victim)).answer.status).toBe(200)
  })

  it('resets a password once, and a lost authenticator with it', async () => {
    root.keep((await signIn(root)).browser.cookie())
    const loser = await person(door, root, {
      organisationId: institution,
      login: 'clerk-sun',
      name: '孙受理',
      roles: ['INTAKE_CLERK'],
    })
    const { body } = await root.post(resetPassword, {
      id: loser.accountId,
      clearTotp: true,
      reason: '手机遗失',
    })
    expect((await loser.get(me)).body.signedIn).toBe(false)
    expect((await signIn(loser)).answer.status).toBe(401)
    const again = door.browser()
    const opened = await again.post(openSession, { login: 'clerk-sun', password: body.initialPassword })
    expect(opened).toMatchObject({ status: 200, body: { first: 'change-password' } })
  })
})

describe('secrets', () => {
  it('keeps no password, code, token or authenticator secret in the log or among stored answers', async () => {
    const key = { 'idempotency-key': 'one-and-the-same' }
    root.keep((await signIn(root)).browser.cookie())
    const account = {
      organisationId: institution,
      login: 'clerk-zhou',
      name: '周受理',
      roles: ['INTAKE_CLERK'],
    }
    const { body } = await root.post(createAccount, account, key)
    const written = await door.look(
      `select fields::text as text from log_payload union all select answer::text from request_answer where answer is not null`,
    )
    const all = written.map(({ text }) => text).join('\n')
    expect(all).toContain('clerk-zhou')
    const code = codeAt(root.secret, door.clock.now())
    for (const secret of [
      'canary',
      door.setupCode,
      body.initialPassword,
      root.secret,
      root.cookie() ?? 'none',
      `"${code}"`,
    ])
      expect(all).not.toContain(secret)
    expect(await door.look(`select op from request_answer where op = 'account.create'`)).toEqual([])
  })

  it('stores passwords only as Argon2id and tokens only as hashes', async () => {
    const hashes = await door.look('select password_hash from account')
    for (const { password_hash } of hashes)
      expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const tokens = await door.look(`select encode(token_sha256, 'hex') as sha256 from session`)
    const own = createHash('sha256')
      .update(root.cookie() ?? '')
      .digest('hex')
    expect(tokens).toContainEqual({ sha256: own })
  })
})
