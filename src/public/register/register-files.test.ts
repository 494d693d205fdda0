import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { restoreInstitution, suspendInstitution } from '#modules/directory/contract/institutions.ts'
import { type World, world } from '#testing/world.ts'

const script = join(import.meta.dirname, '../../modules/directory/register/check-list.mjs')
const DAY = 24 * 3_600_000

describe('the files of the register', () => {
  let w: World
  let dataDir: string
  let folder: string

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'mingjian-register-'))
    w = await world({ dataDir })
    w.clock.advance(DAY) // 3 March
    await (await w.as('association')).call(suspendInstitution, { id: w.id('jia'), reason: '=1+1' })
    w.clock.advance(DAY)
    await (await w.as('cnipa')).call(restoreInstitution, { id: w.id('jia'), reason: '补交年度报告' })
    await w.program.settle()
  })
  afterAll(async () => {
    await w.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  const get = async (path: string, headers = {}) => w.program.app.request(path, { headers })
  const text = async (path: string) => {
    const response = await get(path)
    expect(response.status, path).toBe(200)
    return response.text()
  }

  /** What a stranger has on his disk. */
  async function taken(list: string): Promise<string[]> {
    folder = await mkdtemp(join(dataDir, 'stranger-'))
    await cp(join(dataDir, 'log'), folder, { recursive: true })
    for (const [path, name] of [
      ['/register/entries.jsonl', 'entries.jsonl'],
      ['/trust.json', 'trust.json'],
      [list, 'list.json'],
      [`${list}.note`, 'list.json.note'],
    ] as const)
      await writeFile(join(folder, name), await text(path))
    return [folder, '--trust', join(folder, 'trust.json'), '--list', join(folder, 'list.json')]
  }

  async function checked(parameters: string[]): Promise<{ code: number; says: string }> {
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [script, ...parameters])
      return { code: 0, says: stdout }
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string } // execFile rejects with these
      return { code, says: stderr }
    }
  }

  const days = ['2026-03-02', '2026-03-03', '2026-03-04'] as const
  const states = ['LISTED', 'SUSPENDED', 'LISTED']

  it.each(days.map((day, i) => [day, states[i]] as const))(
    'rebuild the list of %s without us',
    async (day, state) => {
      const parameters = await taken(`/register/list/${day}/said.json`)
      const { entries } = JSON.parse(await readFile(join(folder, 'list.json'), 'utf8'))
      const jia = entries.find(({ key }: { key: string }) => key === 'institution:44-001')
      expect(jia.body.state).toBe(state)
      const { code, says } = await checked(parameters)
      expect(says).toContain('逐项相同')
      expect(code).toBe(0)
    },
  )

  it('answer the other question as known at a size, and not beyond what is published', async () => {
    const { size } = JSON.parse(await text('/register/list/2026-03-04/said.json'))
    const { code, says } = await checked(await taken(`/register/list/2026-03-03/true-${size}.json`))
    expect([code, says]).toEqual([0, expect.stringContaining('按现在所知的实情')])
    expect((await get(`/register/list/2026-03-03/true-${size + 1000}.json`)).status).toBe(404)
    expect((await get('/register/list/2026-03-09/said.json')).status).toBe(404)
    expect((await get('/register/list/2026-02-30/said.json')).status).toBe(404)
  })

  it.each([
    ['a body changed', 'entries.jsonl', (all: string) => all.replace('甲知识产权', '申知识产权'), '被改动'],
    ['a line kept back', 'entries.jsonl', (all: string) => all.replace(/^.*\n/, ''), '被隐瞒'],
    [
      'a line added',
      'entries.jsonl',
      (all: string) => `${all.replace(/"index":(\d+)/, '"index":0')}`,
      '没有变动名录',
    ],
    [
      'an entry of the list changed',
      'list.json',
      (all: string) => all.replace('LISTED', 'REMOVED'),
      '签名不符',
    ],
    ['the checkpoint changed', 'checkpoint', (all: string) => all.replace(/\n(\d+)\n/, '\n1\n'), '签名'],
  ])('show %s', async (_, name, change, says) => {
    const parameters = await taken('/register/list/2026-03-03/said.json')
    const before = await readFile(join(folder, name), 'utf8')
    const after = change(before)
    expect(after).not.toBe(before)
    await writeFile(join(folder, name), after)
    expect(await checked(parameters)).toEqual({ code: 1, says: expect.stringContaining(says) })
  })

  it('show an entry of an unsigned list that the log does not tell', async () => {
    const parameters = await taken('/register/list/2026-03-03/said.json')
    await rm(join(folder, 'list.json.note'))
    const list = JSON.parse(await readFile(join(folder, 'list.json'), 'utf8'))
    await writeFile(join(folder, 'list.json'), JSON.stringify({ ...list, entries: list.entries.slice(1) }))
    expect(await checked(parameters)).toEqual({ code: 1, says: expect.stringContaining('名录缺少') })
    const renamed = list.entries.map((each: { body: object }) => ({
      ...each,
      body: { ...each.body, name: '别名' },
    }))
    await writeFile(join(folder, 'list.json'), JSON.stringify({ ...list, entries: renamed }))
    expect(await checked(parameters)).toEqual({ code: 1, says: expect.stringContaining('重建的不同') })
  })

  it('make cells inert that a spreadsheet would compute, and are not sent twice', async () => {
    const csv = await text('/register/list/2026-03-03/said.csv')
    expect(csv).toContain('甲知识产权鉴定中心')
    expect(
      csv
        .split('\r\n')
        .flatMap((line) => line.split(','))
        .filter((cell) => /^[=+@-]/.test(cell)),
    ).toEqual([])
    const etag = (await get('/register/list/2026-03-03/said.csv')).headers.get('etag') ?? ''
    expect((await get('/register/list/2026-03-03/said.csv', { 'if-none-match': etag })).status).toBe(304)
  })

  it('tell each day and each change', async () => {
    expect((await text('/register/delta/2026-03-03.jsonl')).trim().split('\n')).toHaveLength(1)
    const feed = await text('/register/changes.atom')
    expect(feed).toContain('<title>甲知识产权鉴定中心（44-001）：补交年度报告</title>')
    expect(await text('/register')).toContain('自行核对')
  })
})
