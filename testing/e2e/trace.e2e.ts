import { writeFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nominateAppraiser } from '#modules/cases/contract/team.ts'
import { complaintsOf, faultsOf, noBrowserBecause, openBrowser } from '../browser.ts'
import { password } from '../cast.ts'
import { type IssuedMatter, issuedMatter } from '../issued-matter.ts'
import { type Listening, listening } from '../listening.ts'
import { type World, world } from '../world.ts'

const shots = process.env.SHOTS

describe.skipIf(noBrowserBecause)('过程留痕，在浏览器里', () => {
  let w: World
  let matter: IssuedMatter
  let server: Listening
  let browser: Browser
  let page: Page
  let complaints: readonly string[]

  beforeAll(async () => {
    w = await world()
    matter = await issuedMatter(w)
    const { caseId: id } = matter
    await (await w.as('jia-intake')).refusal(nominateAppraiser, { id, accountId: w.id('jia-appraiser1') })
    await w.program.settle()
    server = await listening(w.program)
    browser = await openBrowser()
    page = await browser.newPage({
      locale: 'zh-CN',
      baseURL: server.baseURL,
      viewport: { width: 1440, height: 1000 },
    })
    page.setDefaultTimeout(15_000)
    complaints = complaintsOf(page)
    const opened = await page.request.post('/api/session/open', { data: { login: 'jia-head', password } })
    expect(opened.status()).toBe(200)
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
    await w?.close()
  })

  async function look(name: string): Promise<void> {
    if (!shots) return
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 1000 })
      await page.waitForTimeout(200)
      await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
    }
    await writeFile(`${shots}/${name}.pdf`, await page.pdf({ format: 'A4' }))
    await page.setViewportSize({ width: 1440, height: 1000 })
  }

  it('shows three stages with their counts, and each entry with who, when, what, from → to', async () => {
    await page.goto(`/app/cases/${matter.caseId}/trace`)
    const stages = page.getByRole('navigation', { name: '留痕环节' })
    await stages.getByRole('link', { name: /受理 \d+/ }).waitFor()
    const here = page.getByRole('region', { name: '受理', exact: true }).getByRole('status')
    expect(await here.textContent()).toMatch(
      /^已办理 \d+ 条，被拒绝 0 条，查阅 0 条；其中 \d+ 条已公布，0 条尚未公布$/,
    )
    await look('trace-acceptance')
    await stages.getByRole('link', { name: /过程 \d+/ }).click()
    const process = page.getByRole('region', { name: '过程', exact: true })
    const refused = process.getByRole('listitem').filter({ has: page.getByText('被拒绝', { exact: true }) })
    await refused.getByText('王受理').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await stages.getByRole('link', { name: /审核签发 \d+/ }).click()
    await page.getByRole('region', { name: '审核签发' }).getByText('褚签发').first().waitFor()
    await look('trace-issue')
  })

  it('filters by kind, in the URL', async () => {
    await page.goto(`/app/cases/${matter.caseId}/trace?stage=PROCESS&kind=refused`)
    const entries = page.getByRole('region', { name: '过程', exact: true }).locator('ol.trace > li')
    await entries.first().waitFor()
    expect(await entries.count()).toBe(1)
  })

  it('unfolds rules and proof, and checks the proof here', async () => {
    await page.goto(`/app/cases/${matter.caseId}/trace?text=受理`)
    const entry = page.getByRole('listitem').filter({ hasText: '王受理' }).first()
    await entry.getByText(/判断的规则 \d+ 条/).focus()
    await page.keyboard.press('Enter')
    await entry.getByText('尚未核对').waitFor()
    await entry.getByRole('button', { name: '在此核对' }).click()
    await entry.getByText('已核对：在已公布的日志中').waitFor()
    await entry.getByText(/日志中的原文/).click()
    await entry.getByText('办理人', { exact: true }).waitFor()
    await look('trace-proven')
    expect(await faultsOf(page)).toEqual([])
  })

  it('tells a forged proof from a true one, and one not yet published from both', async () => {
    await page.goto(`/app/trace/3`)
    await page.getByText('没有这条留痕，或者您无权查看。').waitFor()
    const index = (await w.trace(matter.caseId)).find(({ op }) => op === 'commission.accept')?.index
    await page.goto(`/app/trace/${index}`)
    await page.getByText('已核对：在已公布的日志中').waitFor()
    await look('trace-entry')
    expect(await faultsOf(page)).toEqual([])
    const answered = `**/api/trace/entries/${index}/proof`
    await page.route(answered, async (route) => {
      const response = await route.fetch()
      const body = await response.json()
      const proof = body.proof.replace(/\nindex (\d+)\n(.)/, (_: string, n: string, first: string) =>
        ['\nindex ', n, '\n', first === 'A' ? 'B' : 'A'].join(''),
      )
      await route.fulfill({ response, json: { ...body, proof } })
    })
    await page.reload()
    await page.getByText('核对不符').waitFor()
    await look('trace-broken')
    await page.unroute(answered)
    await page.route(answered, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), proof: null } })
    })
    await page.reload()
    await page.getByText('已登记，尚未公布').waitFor()
    await page.unroute(answered)
    expect(complaints).toEqual([])
  })
})
