import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaintsOf, faultsOf, noBrowserBecause, openBrowser } from '../browser.ts'
import { teamedCase } from '../cases.ts'
import { password } from '../cast.ts'
import { type Listening, listening } from '../listening.ts'
import { type World, world } from '../world.ts'

let w: World
let server: Listening
let browser: Browser
let baseURL = ''
let caseId = ''

async function at(login: string, size: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage({ locale: 'zh-CN', baseURL, viewport: size })
  page.setDefaultTimeout(15_000)
  await page.goto('/app/sign-in')
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '等我办理', level: 1 }).waitFor()
  await page.goto(`/app/cases/${caseId}/materials`)
  await page.getByRole('heading', { name: '鉴定材料', level: 2 }).waitFor()
  return page
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).click()
  await page.getByRole('dialog').getByTitle(option, { exact: true }).click()
}

describe.skipIf(noBrowserBecause)('material, in the browser', () => {
  beforeAll(async () => {
    w = await world()
    caseId = (await teamedCase(w)).id
    server = await listening(w.program)
    baseURL = server.baseURL
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
    if (w) expect(await w.fsck()).toEqual([])
    await w?.close()
  })

  it('is sent by the court over a line that breaks, and the receipt names hash and trace', async () => {
    const page = await at('court-officer', { width: 1440, height: 900 })
    const complaints = complaintsOf(page)
    const breakTheLine = async (route: Route) => {
      await page.context().setOffline(true)
      await route.abort()
    }
    await page.route('**/api/uploads', breakTheLine, { times: 1 })
    await page.getByLabel('选择文件：电子材料').setInputFiles({
      name: '检测数据.bin',
      mimeType: 'text/html',
      buffer: Buffer.alloc(9 << 20, '质证笔录'),
    })
    await page.getByText('网络中断，已传的部分保留在服务器上').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '继续' }).click()
    await page.getByText('已收到', { exact: true }).waitFor()
    await page
      .locator('.upload-receipt')
      .getByRole('link', { name: /已留痕 #\d+/ })
      .waitFor()
    await page.getByRole('cell', { name: '演示市知识产权法院 林书记' }).first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })

  it('is registered by the custodian and moved from a phone', async () => {
    const page = await at('jia-custodian', { width: 390, height: 844 })
    const complaints = complaintsOf(page)
    await page.getByRole('button', { name: '登记材料' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('材料名称').fill('被诉产品实物')
    await choose(page, '材料种类', '检材（被诉实物）')
    await dialog.getByLabel('数量').fill('1件')
    await dialog.getByLabel('唯一性标识').fill('封条号 2026-118-1')
    await dialog.getByLabel('保存条件与存放地点').fill('检材库3号柜')
    await dialog.getByLabel('提供方').fill('演示市知识产权法院 林书记')
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '登记并通知委托方确认' }).click()
    await page.getByRole('link', { name: /M1 被诉产品实物/ }).click()
    await page.getByText('由 赵保管 持有').waitFor()
    await page.getByRole('button', { name: '记录流转' }).click()
    await choose(page, '流转环节', '领用')
    await choose(page, '接收人（本机构人员）', '陈鉴一')
    await dialog.getByLabel('事由').fill('外观检查')
    await dialog.getByRole('button', { name: '记录', exact: true }).click()
    await dialog.getByText('委托方还没有确认这件材料').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '关闭' }).click()
    expect(complaints).toEqual([])
    await page.close()
  })

  it('is confirmed and examined by the court, then handed out, and the chain shows it', async () => {
    const court = await at('court-officer', { width: 1440, height: 900 })
    await court.getByRole('link', { name: /M1 被诉产品实物/ }).click()
    await court.getByRole('button', { name: '确认材料' }).click()
    await court.getByText('待质证').first().waitFor()
    await court.getByRole('button', { name: '记录质证情况' }).click()
    await choose(court, '质证结果', '已质证')
    await court.getByRole('dialog').getByLabel('质证笔录编号').fill('2026-118-质1')
    await court.getByRole('dialog').getByRole('button', { name: '记录', exact: true }).click()
    await court.getByText('待核对同一性').waitFor()
    await court.close()
    const page = await at('jia-custodian', { width: 390, height: 844 })
    await page.getByRole('link', { name: /M1 被诉产品实物/ }).click()
    await page.getByRole('button', { name: '记录流转' }).click()
    await choose(page, '流转环节', '领用')
    await choose(page, '接收人（本机构人员）', '陈鉴一')
    await page.getByRole('dialog').getByLabel('事由').fill('外观检查')
    await page.getByRole('dialog').getByRole('button', { name: '记录', exact: true }).click()
    await page.getByText('由 陈鉴一 持有').waitFor()
    await page.getByText('赵保管 → 陈鉴一').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.close()
  })
})
