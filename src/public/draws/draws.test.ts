import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDraw } from '#modules/selection/contract/selections.ts'
import { committedDraw, drawSecret } from '#testing/draws.ts'
import { type World, world } from '#testing/world.ts'
import { checkDraw } from '#verify/check-draw.ts'

describe('a draw in public', () => {
  let w: World
  let id = ''
  const get = (path: string) => w.program.app.request(path)
  const page = async (path: string) => (await get(path)).text()
  beforeAll(async () => {
    w = await world()
    id = await committedDraw(w)
  })
  afterAll(() => w?.close())

  it('has no evidence before the log is published, and says when it will', async () => {
    const early = await get(`/draws/${id}/evidence.json`)
    expect(early.status).toBe(404)
    expect(await early.text()).toContain('请稍候')
  })

  it('is listed and shown before it is opened: what was laid down, and that nothing is known yet', async () => {
    await w.program.settle()
    expect(await page('/draws')).toContain(`/draws/${id}`)
    const html = await page(`/draws/${id}`)
    for (const words of ['抽签待开封', '演示市知识产权法院', '甲知识产权鉴定中心', '未开封', '发明专利'])
      expect(html).toContain(words)
    expect(html).not.toContain(drawSecret)
    expect(html).not.toMatch(/粤73|五金厂|快速接头|林书记/)
  })

  it('shows order, secret and root once it is opened, and hands out the evidence that proves them', async () => {
    const { body } = await (await w.as('court-officer')).call(openDraw, { id, secret: drawSecret })
    await w.program.settle()
    const html = await page(`/draws/${id}`)
    expect(html).toContain(drawSecret)
    expect(html).not.toContain('未开封')
    const response = await get(`/draws/${id}/evidence.json`)
    expect(response.headers.get('content-disposition')).toContain(`draw-${id}.json`)
    const report = await checkDraw(await response.text(), { log: w.program.log.trust })
    expect([report.ok, report.deal?.order?.[0]]).toEqual([true, body.picked])
  })

  it('that is none is not found', async () => {
    for (const path of ['/draws/x', '/draws/0198ffff-0000-7000-8000-00000000ffff', '/draws/x/evidence.json'])
      expect((await get(path)).status, path).toBe(404)
  })

  it('leaves log and tables in agreement', async () => {
    expect(await w.fsck()).toEqual([])
  })
})
