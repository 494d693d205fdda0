import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noBrowserBecause, openBrowser } from '../browser.ts'
import { type Listening, listening } from '../listening.ts'
import { type Inspection, inspect, sitDown } from '../seat.ts'
import { standardsUnderWay } from '../standards.ts'
import { type World, world } from '../world.ts'

const inspection: Inspection = { pages: [], faults: [], complaints: [] }

describe.skipIf(noBrowserBecause)('standards, in the browser', () => {
  let w: World
  let server: Listening
  let browser: Browser
  let made: Awaited<ReturnType<typeof standardsUnderWay>>

  beforeAll(async () => {
    w = await world()
    made = await standardsUnderWay(w)
    server = await listening(w.program)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    await w?.close()
  })

  it('are kept, commented on and answered by the association', async () => {
    const association = await sitDown(browser, server.baseURL, inspection, 'association')
    await association.go('/app/standards', '标准登记')
    await inspect(inspection, association, '标准登记')
    await association.go('/app/standards/t-cips-001-2022', /知识产权鉴定管理规范/)
    await association.sees('本版本牵动的事项')
    await inspect(inspection, association, '标准')
    await association.go('/app/standards/enter', '登记标准')
    await inspect(inspection, association, '登记标准')
    await association.go(`/app/consultations/${made.consultationId}`, /著作权鉴定规范/)
    await association.press('处理第 1 条')
    await association.choose(/^意见处理/, '采纳', association.dialog)
    await association.fill(/^处理理由/, '已补充人员条件。', association.dialog)
    await association.press('公布处理结果', association.dialog)
    await association.sees('已补充人员条件。')
    await inspect(inspection, association, '意见处理表')
    await association.go('/app/terms', '术语')
    await inspect(inspection, association, '术语')
    await association.go('/app/rule-violations', '规则违反统计')
    await inspect(inspection, association, '规则违反统计')
  })

  it('are what an institution is assessed by', async () => {
    const office = await sitDown(browser, server.baseURL, inspection, 'jia-admin')
    await office.go('/app/conformity', '贯标')
    await inspect(inspection, office, '贯标')
    await office.go(`/app/conformity/${made.assessmentId}`, /知识产权鉴定管理规范/)
    await office.sees('机构自评')
    await inspect(inspection, office, '贯标评定')
  })

  it('are read in public without fault', async () => {
    const visitor = await sitDown(browser, server.baseURL, inspection)
    await visitor.go('/standards', '知识产权鉴定标准体系')
    await inspect(inspection, visitor, '标准体系')
    await visitor.go(`/consultations/${made.consultationId}`, /著作权鉴定规范/)
    await visitor.fill('姓名或者单位', '某律师')
    await visitor.fill('意见和理由', '建议增加异议程序。')
    await visitor.press('提交意见')
    await visitor.sees('意见已收到')
    await inspect(inspection, visitor, '公开征求意见')
    expect(inspection.faults).toEqual([])
    expect(inspection.complaints.flat()).toEqual([])
  })
})
