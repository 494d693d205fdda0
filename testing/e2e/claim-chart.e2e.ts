import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  confirmMaterial,
  recordCrossExamination,
  registerMaterial,
} from '#modules/materials/contract/materials.ts'
import { castVote, removeRow, setClaim, showChart } from '#modules/opinions/contract/chart.ts'
import { saveAnswer, saveSection, showDraft } from '#modules/opinions/contract/draft.ts'
import { complaintsOf, faultsOf, noBrowserBecause, openBrowser } from '../browser.ts'
import { draftingCase } from '../cases.ts'
import { password } from '../cast.ts'
import { type Listening, listening } from '../listening.ts'
import { claimText } from '../matters.ts'
import { type World, world } from '../world.ts'

let w: World
let id: string
let server: Listening
let browser: Browser
let page: Page
let complaints: readonly string[]

const shots = process.env.SHOTS
const table = [
  '编号\t权利要求特征\t被诉对应特征\t比对结果\t理由\t证据',
  'A\t一种管道连接用快速锁紧接头\t黄铜快速接头\t相同\t实物为管道连接用接头\t材料1 第1页',
  'B\t包括接头本体、锁紧套和密封圈\t本体、外套和橡胶圈\t相同\t三部分逐一对应\t材料1 第2页',
  'C\t所述接头本体设有容纳管端的轴向通孔，其特征在于\t本体有轴向通孔\t相同\t测量通孔可容纳管端\t材料1 第2页',
  'D\t所述锁紧套套设于所述接头本体的外周并可沿轴向滑动\t外套可轴向滑动\t相同\t实物演示\t材料1 第3页',
  'E\t所述接头本体的外周设有环形凹槽，所述环形凹槽内设有弹性卡环\t环槽内有开口钢制卡簧\t相同\t拆解可见\t材料1 第4页',
  'F\t所述锁紧套的内壁设有与所述弹性卡环配合的锥面\t内壁为台阶面\t不同\t未见锥面\t材料1 第5页',
].join('\n')

describe.skipIf(noBrowserBecause)('技术特征比对表，在浏览器里', () => {
  beforeAll(async () => {
    w = await world()
    id = (await draftingCase(w)).id
    await specimen()
    await (await w.as('jia-appraiser1')).call(setClaim, { id, claims: [{ no: '1', text: claimText }] })
    server = await listening(w.program)
    const { baseURL } = server
    browser = await openBrowser()
    page = await browser.newPage({ locale: 'zh-CN', baseURL, viewport: { width: 1440, height: 1000 } })
    page.setDefaultTimeout(15_000)
    complaints = complaintsOf(page)
    await signIn('jia-appraiser1')
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
    await w?.close()
  })

  async function specimen() {
    const { body } = await (await w.as('jia-custodian')).call(registerMaterial, {
      id,
      name: '被诉产品照片',
      kind: 'PHOTO_OR_VIDEO',
      quantity: '1 份',
      condition: 'INTACT_UNSEALED',
      uniqueMark: '照片',
      preservation: '材料库',
      arrival: 'ONLINE',
      providedBy: '原告',
      receivedAt: w.clock.now().toISOString(),
    })
    const court = await w.as('court-officer')
    await court.call(confirmMaterial, { id: body.materialId })
    await court.call(recordCrossExamination, { id: body.materialId, outcome: 'EXAMINED', recordNo: '质1' })
  }

  async function signIn(login: string) {
    await page.context().clearCookies()
    const opened = await page.request.post('/api/session/open', { data: { login, password } })
    expect(opened.status()).toBe(200)
  }

  const cell = (row: string, column: number) =>
    page
      .getByRole('row', { name: `特征${row}` })
      .locator('th, td')
      .nth(column)
  const chart = async () => (await (await w.as('jia-appraiser1')).call(showChart, { id })).body

  async function look(name: string) {
    if (!shots) return
    for (const width of [1440, 1280, 390]) {
      await page.setViewportSize({ width, height: width < 400 ? 1800 : 1000 })
      await page.waitForTimeout(200)
      await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: width > 400 })
    }
    await page.setViewportSize({ width: 1440, height: 1000 })
  }

  it('previews rows from a spreadsheet with an objection per row, and takes all or none', async () => {
    await page.goto(`/app/cases/${id}/chart`)
    await page.getByRole('button', { name: '从表格粘贴比对行' }).click()
    const field = page.getByLabel('表格内容')
    await field.fill(`${table}\nG\t没有的文字\t无\t缺少\t\t`)
    await page.getByText('第8行：“没有的文字”在权利要求文本中找不到，请逐字照录').waitFor()
    await look('paste')
    await field.fill(table)
    await page.getByRole('button', { name: '写入 6 行' }).click()
    await cell('F', 1).getByText('内壁为台阶面').waitFor()
    expect((await chart()).rows).toHaveLength(6)
  })

  it('shows what no row covers, and takes it as a feature of its own', async () => {
    await page.getByRole('button', { name: '作为一项特征' }).click()
    await cell('G', 1).getByText('未填').waitFor()
    expect((await chart()).rows.at(-1)?.claimText).toBe(
      '所述密封圈设置在所述轴向通孔内并位于所述弹性卡环与管端之间',
    )
    await look('chart')
  })

  it('is moved through and filled in by keyboard alone; each cell left is saved with its trace', async () => {
    await cell('A', 0).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown')
    await page.locator('mark.claim-lit', { hasText: '所述密封圈设置在' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.type('单道橡胶圈位于卡簧与管端之间')
    await page.keyboard.press('Escape')
    await cell('G', 0).getByText('已留痕').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByLabel('比对结果', { exact: true }).selectOption('IDENTICAL')
    await look('editing')
    await page.keyboard.press('Escape')
    await expect
      .poll(async () => (await chart()).rows.at(-1))
      .toMatchObject({
        counterpart: '单道橡胶圈位于卡簧与管端之间',
        finding: 'IDENTICAL',
        savedBy: '陈鉴一',
      })
    expect((await w.trace(id)).at(-1)?.op).toBe('chart.save-row')
  })

  it('opens the cited evidence beside, and votes with an initial', async () => {
    await cell('F', 4).getByRole('button', { name: '材料1 第5页' }).click()
    await page.getByRole('complementary', { name: '所引证据' }).getByText('材料1 被诉产品照片').waitFor()
    const row = (await chart()).rows.find(({ label }) => label === 'F')
    if (!row) throw new Error('no row F')
    const { id: rowId, version } = row
    const dissent = '台阶面与锥面在此处作用相同。'
    await (await w.as('jia-appraiser2')).call(castVote, { id, rowId, version, finding: 'IDENTICAL', dissent })
    await cell('F', 5).getByRole('button', { name: '表决' }).click()
    await page.getByRole('button', { name: '投票' }).click()
    await cell('F', 5).getByText('陈鉴一：同意').waitFor({ state: 'attached' })
    await cell('F', 3).getByText(`吴䶮二不同意见：${dissent}`).waitFor()
    await look('votes')
  })

  it('has no faults at any width, and prints', async () => {
    expect(await faultsOf(page)).toEqual([])
    if (shots) await page.pdf({ path: `${shots}/chart.pdf`, preferCSSPageSize: true })
    expect(complaints).toEqual([])
  })

  it('takes over the answer that the chart proposes, and says in place what stands in the way', async () => {
    await page.goto(`/app/cases/${id}/opinion`)
    await page.getByRole('textbox', { name: '基本案情' }).fill('双方因接头的锁紧结构发生争议。')
    await page.getByRole('button', { name: '采用这一稿' }).first().click()
    await page.getByLabel('第2项意见', { exact: true }).fill('特征F相同，可能侵权。')
    await page.getByLabel('第1项意见', { exact: true }).focus()
    await page.getByText('“可能”：意见用语不确定').waitFor()
    await look('draft')
    const blocked = page.getByRole('button', { name: /^提交复核/ })
    expect(await blocked.getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('region', { name: '提交复核前还须改正' }).getByText('吴䶮二尚未表决').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('is reviewed beside the text: the reviewer points, closes and approves', async () => {
    const lead = await w.as('jia-appraiser1')
    for (const { id: rowId, version } of (await chart()).rows)
      await lead.call(removeRow, { id, rowId, version })
    for (const section of ['METHODS', 'ANALYSIS'] as const)
      await lead.call(saveSection, { id, section, text: '逐一比对后另行论述。', version: 0 })
    for (const { no, version } of (await lead.call(showDraft, { id })).body.answers)
      await lead.call(saveAnswer, { id, no, text: '无法确定：没有实测数据。', concerns: [], version })
    await page.goto(`/app/cases/${id}/opinion`)
    await page.getByRole('button', { name: '提交复核' }).click()
    await page.getByLabel('继续办理的理由').fill('委托事项只问实测值。')
    await page.getByRole('button', { name: '写明理由，继续办理' }).click()
    await page.getByText('第 1 稿，未关闭意见 0 条').waitFor()
    await signIn('jia-reviewer')
    await page.goto(`/app/cases/${id}/opinion`)
    await page.getByRole('button', { name: /^提出意见.*第1项意见$/ }).click()
    await page.getByLabel('类别').click()
    await page.getByTitle('分析论证不充分').click()
    await page.getByRole('textbox', { name: '复核意见' }).fill('请说明为何没有实测。')
    await page.getByRole('button', { name: '提出', exact: true }).click()
    await page.getByRole('complementary', { name: '对第1项意见的复核意见' }).getByText('待答复').waitFor()
    await look('review')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '关闭', exact: true }).click()
    await page.getByText('第 1 稿，未关闭意见 0 条').waitFor()
    await page.getByRole('button', { name: '复核通过' }).click()
    await page.getByLabel('程序复核意见').fill('程序合规。')
    await page.getByLabel('技术复核意见').fill('意见明确。')
    await page.getByRole('button', { name: '签署并复核通过' }).click()
    await page.getByText('待签发', { exact: true }).waitFor()
    expect((await w.trace(id)).at(-1)?.op).toBe('review.approve')
    expect(await w.fsck()).toEqual([])
    expect(complaints).toEqual([])
  })
})
