import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePassword, createOrganisation, openSession } from '#modules/identity/contract.ts'
import { administrator, password } from '#testing/cast.ts'
import { type Client, client } from '#testing/client.ts'
import { freshDatabase, PEOPLED, type TestDatabase } from '#testing/database.ts'

const root = join(import.meta.dirname, '..')
const canary = {
  wrong: 'canary-wrong-password-7f31',
  fresh: 'canary-new-password-8a42',
  code: '918273',
}
/** What would start a line of its own, colour a terminal or be looked up, were it written as it is. */
const forged = '甲\r\n{"level":30,"msg":"伪造的一行"}\u001b[31m\u2028$' + '{jndi:ldap://x}'

/** The program as a process, with all it says, on its most talkative level. */
describe('what the program writes down', () => {
  let database: TestDatabase
  let owner: pg.Client
  let folder: string
  let child: ChildProcess
  let said = ''
  let url = ''
  let cookies: string[] = []

  beforeAll(async () => {
    database = await freshDatabase(PEOPLED)
    owner = new pg.Client({ connectionString: database.url })
    await owner.connect()
    folder = await mkdtemp(join(tmpdir(), 'mingjian-secrets-'))
    child = spawn(process.execPath, ['--import', 'tsx', join(root, 'testing/faults/server.ts')], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: database.url, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'debug' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    while (!/"port":(\d+)/.test(said)) await once(child.stdout ?? child, 'data')
    url = `http://127.0.0.1:${/"port":(\d+)/.exec(said)?.[1]}`
    await owner.query(`
      create function fault_raise() returns trigger language plpgsql as $$
      begin raise exception 'no room on this disk'; end $$;
      create trigger fault before insert on organisation for each row execute function fault_raise()`)
    await misuse()
    child.kill('SIGTERM')
    await once(child, 'exit')
  })
  afterAll(async () => {
    child.kill('SIGKILL')
    await owner.end()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const browser = (): Client =>
    client(async (path, init) => {
      const response = await fetch(`${url}${path}`, init)
      cookies = [
        ...cookies,
        ...response.headers.getSetCookie().map((line) => /=([^;]*)/.exec(line)?.[1] ?? ''),
      ]
      return response
    })

  /** Wrong and right passwords, forged lines in every place that takes text, and a defect in the middle. */
  async function misuse(): Promise<void> {
    const stranger = browser()
    for (const login of ['party', forged])
      await stranger.refusal(openSession, { login, password: canary.wrong, code: canary.code })
    const admin = browser()
    await admin.call(openSession, { login: administrator.login, password })
    const defect = await admin.refusal(createOrganisation, { kind: 'party', name: '龘演示单位' })
    expect(defect.status).toBe(500)
    await admin.refusal(createOrganisation, { kind: 'party', name: forged })
    const path = encodeURIComponent(forged)
    for (const way of [`/api/cases/${path}`, `/api/${path}`, `/${path}?q=${path}`]) await admin.raw(way)
    await admin.raw('/api/session', { headers: { 'user-agent': '{"level":60}', 'x-forwarded-for': '1	2' } })
    const party = browser()
    await party.call(openSession, { login: 'party', password })
    await party.refusal(changePassword, { current: canary.wrong, password: canary.fresh })
    await party.call(
      changePassword,
      { current: password, password: canary.fresh },
      { idempotencyKey: 'once' },
    )
  }

  it('is one JSON object per line, whatever people type', () => {
    const lines = said.split('\n').filter(Boolean)
    expect(lines.length).toBeGreaterThanOrEqual(2)
    for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow()
    expect(lines.map((line) => JSON.parse(line).msg)).not.toContain('伪造的一行')
    expect(said).not.toContain('\u001b')
  })

  it('tells of the defect with the request that the person was shown', () => {
    const [defect] = said
      .split('\n')
      .filter((line) => line.includes('"defect"'))
      .map((line) => JSON.parse(line))
    expect(defect).toMatchObject({
      level: 50,
      path: '/api/organisations/create',
      request: expect.any(String),
    })
  })

  it('holds no password, code or session token: not in its output, its log, its stored answers', async () => {
    const { rows } = await owner.query(
      `select coalesce(string_agg(t, ' '), '') as text from (
         select fields::text as t from log_payload union all
         select convert_from(leaf, 'UTF8') from log_entry union all
         select r::text from request_answer r union all
         select s::text from session s) all_texts`,
    )
    const secrets = [password, ...Object.values(canary), ...cookies.filter((token) => token.length > 8)]
    expect(secrets.length).toBeGreaterThan(5)
    for (const secret of secrets) {
      expect(said.includes(secret), `output holds ${secret}`).toBe(false)
      expect(String(rows[0].text).includes(secret), `database holds ${secret}`).toBe(false)
    }
  })
})
