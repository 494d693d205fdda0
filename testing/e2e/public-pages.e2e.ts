import { writeFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { library } from '#law/library.ts'
import { complaintsOf, faultsOf, noBrowserBecause, openBrowser } from '../browser.ts'
import { type IssuedMatter, issuedMatter } from '../issued-matter.ts'
import { type Listening, listening } from '../listening.ts'
import { type World, world } from '../world.ts'

const shots = process.env.SHOTS

describe.skipIf(noBrowserBecause)('公开页面，在浏览器里', () => {
  let w: World
  let matter: IssuedMatter
  let server: Listening
  let browser: Browser
  let baseURL: string
  let pdf: Buffer
  let proof: Buffer

  beforeAll(async () => {
    w = await world()
    matter = await issuedMatter(w)
    server = await listening(w.program)
    baseURL = server.baseURL
    browser = await openBrowser()
    const court = await w.as('court-officer')
    const download = async (part: string) => {
      const response = await court.raw(`/api/opinions/${matter.opinionId}/${part}`)
      if (!response.ok) throw new Error(`${part}: ${response.status} ${await response.text()}`)
      return Buffer.from(await response.arrayBuffer())
    }
    pdf = await download('content')
    proof = await download('opinion.tlog-proof')
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
    await w?.close()
  })

  async function open(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
    const page = await browser.newPage({
      locale: 'zh-CN',
      baseURL,
      viewport: { width: 1440, height: 900 },
      ...options,
    })
    page.setDefaultTimeout(15_000)
    return page
  }

  const addresses = () =>
    ({
      home: '/',
      check: '/check',
      'check-empty': '/check?number=&code=',
      checked: `/check?${new URLSearchParams({ number: matter.opinionNo, code: matter.code })}`,
      'checked-wrong': `/check?${new URLSearchParams({ number: matter.opinionNo, code: '22222222' })}`,
      'check-number': `/check/${encodeURIComponent(matter.opinionNo)}`,
      verify: '/verify',
      directory: '/directory',
      'directory-appraisers': '/directory?kind=appraiser',
      'directory-past': '/directory?on=2026-03-01&question=true',
      'directory-refused': '/directory?on=2030-01-01',
      institution: '/directory/institution/44-001',
      'institution-past': '/directory/institution/44-001?on=2026-03-01&question=said',
      appraiser: '/directory/appraiser/44-001-001',
      changes: '/directory/changes?from=2026-02-01&to=2026-03-02',
      coverage: '/directory/coverage',
      'coverage-field': '/directory/coverage?ip=PATENT_UTILITY_MODEL&field=F31',
      report: '/directory/report?key=institution:44-001',
      'report-answer': '/directory/report/answer',
      log: '/log',
      'log-entry': '/log/entries/3',
      'log-missing': '/log/entries/999999',
      problem: '/problems/rule-violated',
      rules: '/rules',
      rule: '/rules/recusal-period-over',
      clauses: '/clauses',
      clause: `/clauses/${encodeURIComponent(library[0]?.id ?? '')}`,
      missing: '/nowhere',
    }) as const

  async function look(page: Page, name: string): Promise<void> {
    if (!shots) return
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
    }
    await writeFile(`${shots}/${name}.pdf`, await page.pdf({ format: 'A4' }))
    await page.setViewportSize({ width: 1440, height: 900 })
  }

  it('are without fault at every width, plain and in 关怀版', async () => {
    const page = await open()
    const complaints = complaintsOf(page)
    const faults: string[] = []
    for (const [name, address] of Object.entries(addresses())) {
      await page.goto(address)
      await look(page, name)
      faults.push(...(await faultsOf(page)).map((fault) => `${name} ${fault}`))
    }
    await page.goto('/')
    await page.getByRole('link', { name: '关怀版' }).click()
    for (const name of ['home', 'checked', 'directory', 'institution', 'coverage', 'log-entry'] as const) {
      await page.goto(addresses()[name])
      await look(page, `${name}-care`)
      faults.push(...(await faultsOf(page)).map((fault) => `${name} 关怀版 ${fault}`))
    }
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  }, 240_000)

  it('work without script, by keyboard alone: skip link, number, code, answer', async () => {
    const page = await open({ javaScriptEnabled: false })
    await page.goto('/')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('跳到正文')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type(matter.opinionNo)
    await page.keyboard.press('Tab')
    await page.keyboard.type(matter.code)
    await page.keyboard.press('Enter')
    await page.getByText('有效登记', { exact: true }).waitFor()
    await page.getByText('技术信息').click()
    await page.getByRole('link', { name: /公开日志第 \d+ 号/ }).click()
    await page.getByRole('heading', { name: /日志第 \d+ 号/ }).waitFor()
    await page.goto('/verify')
    await page.getByText('页面上的核验需要启用脚本').waitFor()
    expect(await page.getByRole('button', { name: '核验' }).isVisible()).toBe(false)
    await page.close()
  })

  it('find an institution by pinyin, ask for a past day and report an error, all without script', async () => {
    const page = await open({ javaScriptEnabled: false })
    await page.goto('/directory')
    await page.getByLabel('名称或编号').fill('jiazhishi')
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByText('共 1 条').waitFor()
    await page.getByRole('link', { name: '甲知识产权鉴定中心' }).click()
    await page.getByRole('heading', { name: '登记的经过' }).waitFor()
    await page.getByText('看过去某一天的登记').click()
    await page.getByLabel('截至日期').fill('2026-03-01')
    await page.getByLabel('那一天，实际是怎样的').check()
    await page.getByRole('button', { name: '查看那一天' }).click()
    await page.getByText(/截至 2026-03-01（日志规模/).waitFor()
    await page.getByRole('link', { name: '报告这一条的错误' }).click()
    await page.getByLabel('哪里有误').fill('地址应为演示市新址，见机构公告。')
    await page.getByRole('button', { name: '提交' }).click()
    const code = (await page.locator('.tracking-code').textContent()) ?? ''
    await look(page, 'reported')
    await page.getByRole('link', { name: '凭查询码读答复' }).click()
    await page.getByLabel('查询码').fill(code)
    await page.getByRole('button', { name: '查看答复' }).click()
    await page.getByText('正在核实').waitFor()
    expect(page.url()).not.toContain(code)
    await page.close()
  })

  it('verify a file here: whole with its sidecar, 最终登记未核对 without, and where a byte was changed', async () => {
    const page = await open()
    const complaints = complaintsOf(page)
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await page.goto('/verify')
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
    const choose = page.getByLabel('鉴定意见书（PDF）')
    const verify = page.getByRole('button', { name: '核验' })
    await choose.setInputFiles(file('opinion.pdf', pdf))
    await verify.click()
    await page.getByText('最终登记未核对。').waitFor()
    await look(page, 'verify-alone')
    await page.getByLabel('登记证明').setInputFiles(file('opinion.tlog-proof', proof))
    await verify.click()
    await page.getByText('本件鉴定意见书真实、完整，未被更改。').waitFor()
    expect(await page.getByText('核验通过').count()).toBe(1)
    await look(page, 'verify-holds')
    expect(await faultsOf(page)).toEqual([])
    const changed = Buffer.from(pdf)
    const at = Math.floor(changed.length / 3)
    changed[at] = (changed[at] ?? 0) ^ 1
    await choose.setInputFiles(file('changed.pdf', changed))
    await verify.click()
    await page.getByText('核验不通过').waitFor()
    await page.getByText('与签发时不同之处').waitFor()
    await look(page, 'verify-changed')
    await choose.setInputFiles(file('letter.pdf', Buffer.from('不是 PDF')))
    await verify.click()
    await page.getByText('无法核验', { exact: true }).waitFor()
    expect(sent.filter((line) => !/^GET \/(verify|public|trust|mirror)/.test(line))).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })

  it('say that a file cannot be checked where the connection is not secure', async () => {
    const page = await open()
    await page.route('http://plain.test/**', async (route) => {
      const { pathname } = new URL(route.request().url())
      await route.fulfill({ response: await route.fetch({ url: `${baseURL}${pathname}` }) })
    })
    await page.goto('http://plain.test/verify')
    await page.getByText('浏览器只在安全连接').waitFor()
    expect(await page.getByRole('button', { name: '核验' }).isVisible()).toBe(false)
    await page.close()
  })
})
