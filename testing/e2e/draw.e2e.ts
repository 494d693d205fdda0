import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addScope } from '#modules/directory/contract/institutions.ts'
import { checkDraw } from '#verify/check-draw.ts'
import { noBrowserBecause, openBrowser } from '../browser.ts'
import { type Listening, listening } from '../listening.ts'
import { type Inspection, inspect, sitDown } from '../seat.ts'
import { type World, world } from '../world.ts'

const inspection: Inspection = { pages: [], faults: [], complaints: [] }
const logins: Readonly<Record<string, string>> = { 甲: 'jia-intake', 乙: 'yi-intake', 丙: 'bing-intake' }

describe.skipIf(noBrowserBecause)('a draw, in the browser', () => {
  let w: World
  let server: Listening
  let browser: Browser

  beforeAll(async () => {
    w = await world()
    const cnipa = await w.as('cnipa')
    for (const who of ['yi', 'bing'])
      await cnipa.call(addScope, { id: w.id(who), ipType: 'PATENT_INVENTION' })
    server = await listening(w.program)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    if (w) expect(await w.fsck()).toEqual([])
    await w?.close()
  })

  it('is described, committed to, opened, answered and checked by anyone', async () => {
    const officer = await sitDown(browser, server.baseURL, inspection, 'court-officer')
    await officer.go('/app/selections', '遴选')
    await inspect(inspection, officer, '遴选列表')
    await officer.press('提出遴选需求')
    await officer.fill(/^案号或办案文号/, '（2026）粤73知民初777号')
    await officer.fill(/^鉴定事项简述/, '快速接头技术特征比对')
    await officer.choose(/^知识产权类型/, '发明专利')
    await officer.fill('当事人 1', '演示甲公司')
    await officer.fill('当事人 2', '演示乙公司')
    await inspect(inspection, officer, '提出遴选需求')
    await officer.press('提出需求')
    await officer.sees('候选机构 3 家')
    await inspect(inspection, officer, '候选机构')

    await officer.press('生成密钥并登记')
    const [file] = await Promise.all([
      officer.page.waitForEvent('download'),
      officer.press('下载密钥文件', officer.dialog),
    ])
    const secret = /密钥：([0-9a-f]{64})/.exec(await readFile(await file.path(), 'utf8'))?.[1] ?? ''
    await officer.dialog.getByLabel('密钥文件已经保存好').check()
    await officer.press('登记，不再更改', officer.dialog)
    await officer.sees(/约定的规模是/)
    await w.program.settle()
    await officer.sees(/可以开封/)
    await inspect(inspection, officer, '抽签待开封')
    // another browser, which does not keep the secret: the saved file opens the draw
    await officer.page.evaluate(() => localStorage.clear())
    await officer.press('开封')
    await officer.dialog.getByLabel('密钥文件').setInputFiles(await file.path())
    await expect.poll(() => officer.dialog.getByLabel(/^密钥$|^密钥 /).inputValue()).toBe(secret)
    await officer.press('开封', officer.dialog)
    await officer.sees(/抽出的次序/)
    await w.program.settle()
    await inspect(inspection, officer, '已开封')

    const id = officer.page.url().split('/').at(-1) ?? ''
    const first = (await officer.page.locator('.people li strong').first().textContent()) ?? ''
    const picked = await sitDown(browser, server.baseURL, inspection, logins[first.charAt(0)])
    await picked.go(`/app/selections/${id}`, /快速接头技术特征比对/)
    await inspect(inspection, picked, '机构答复')
    await picked.press('承接')
    await picked.dialog.getByLabel(/没有利害关系/).check()
    await picked.press('承接', picked.dialog)
    await picked.sees('已承接')
    await w.program.settle()

    const anyone = await sitDown(browser, server.baseURL, inspection)
    await anyone.go('/draws', '公开抽签')
    await inspect(inspection, anyone, '公开抽签')
    await anyone.go(`/draws/${id}`, /公开抽签/)
    await inspect(inspection, anyone, '一次公开抽签')
    await anyone.press('在浏览器里重算')
    await anyone.sees('重算相符')
    const [evidence] = await Promise.all([
      anyone.page.waitForEvent('download'),
      anyone.page.getByRole('link', { name: '下载证据文件' }).click(),
    ])
    const report = await checkDraw(await readFile(await evidence.path(), 'utf8'), {
      log: w.program.log.trust,
    })
    expect([report.ok, report.deal?.outcome]).toEqual([true, 'ACCEPTED'])

    await officer.page.reload()
    await officer.press('据此起草委托')
    await officer.page.getByRole('heading', { name: '提出委托', level: 1 }).waitFor()
    await expect
      .poll(() => officer.page.getByLabel(/^委托事项名称/).inputValue())
      .toBe('快速接头技术特征比对')
    expect(inspection.faults).toEqual([])
    expect(inspection.complaints.flat()).toEqual([])
  })
})
