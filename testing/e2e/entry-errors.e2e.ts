import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportEntryError } from '#modules/directory/contract/entry-errors.ts'
import { noBrowserBecause, openBrowser } from '../browser.ts'
import { type Listening, listening } from '../listening.ts'
import { inspect, sitDown } from '../seat.ts'
import { type World, world } from '../world.ts'

describe.skipIf(noBrowserBecause)('名录纠错，在浏览器里', () => {
  let w: World
  let server: Listening
  let browser: Browser
  beforeAll(async () => {
    w = await world()
    await w.anonymous().call(reportEntryError, {
      key: 'institution:51-001',
      what: '电话已经变更，见机构官网公告。',
      contact: '13800000000',
    })
    server = await listening(w.program)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    await w?.close()
  })

  it('waits for the province, is opened from the queue and answered', async () => {
    const inspection = { pages: [], faults: [], complaints: [] }
    const seat = await sitDown(browser, server.baseURL, inspection, 'province')
    await seat.go('/app/', '等我办理')
    await seat.page.getByRole('link', { name: /丙知识产权鉴定研究院/ }).click()
    await seat.page.getByRole('heading', { name: /丙知识产权鉴定研究院/ }).waitFor()
    await inspect(inspection, seat, '纠错报告')
    await seat.press('答复名录纠错')
    await seat.choose('处理结果', '属实，正在办理更正', seat.dialog)
    await seat.fill('答复', '已与机构核实，电话确已变更。', seat.dialog)
    await seat.press('答复', seat.dialog)
    await seat.sees('已答复')
    await seat.go('/app/entry-errors', '名录纠错')
    await inspect(inspection, seat, '纠错清单')
    expect(inspection.faults).toEqual([])
    expect(inspection.complaints.flat()).toEqual([])
  })
})
