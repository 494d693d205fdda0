import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showCase } from '#modules/cases/contract/case.ts'
import { pasteRows, setClaim, showChart } from '#modules/opinions/contract/chart.ts'
import { showOpinion } from '#modules/opinions/contract/issue.ts'
import { noBrowserBecause } from '../browser.ts'
import { draftingCase } from '../cases.ts'
import { password } from '../cast.ts'
import { acceptedCase, claimText, submittedCommission } from '../matters.ts'
import { approvedCase, frozenOpinion, passphrase, proven } from '../opinions.ts'
import { openPlay, type Play } from '../screens/play.ts'
import { registerOwnKey } from '../signing.ts'

/** The deeds that matter most, without a mouse: every control is reached by Tab and worked by the keys one expects. */
describe.skipIf(noBrowserBecause)('只用键盘也能办理', () => {
  let play: Play

  beforeAll(async () => {
    play = await openPlay()
  })

  afterAll(() => play?.close())

  /** Tabs on until the control has the focus; what cannot be reached within a page's worth of stops is not reachable. */
  async function reach(page: Page, control: Locator): Promise<void> {
    await control.waitFor()
    for (let stops = 0; stops < 90; stops += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`not reachable by Tab: ${control}`)
  }

  async function press(page: Page, control: Locator, key = 'Enter'): Promise<void> {
    await reach(page, control)
    await page.keyboard.press(key)
  }

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

  /** Signs in and opens the matter from the work queue. */
  async function opens(login: string, title: string): Promise<Page> {
    const { page } = await play.stranger()
    await page.goto('/app/sign-in')
    await page.getByRole('button', { name: '登录' }).waitFor()
    await page.keyboard.type(login)
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '等我办理', level: 1 }).waitFor()
    await press(page, page.getByRole('link', { name: new RegExp(title) }).first())
    await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor()
    return page
  }

  it('登录，从待办打开委托，核查后受理', async () => {
    const title = '键盘受理的委托'
    const { id } = await submittedCommission(play.w, { title })
    const page = await opens('jia-intake', title)
    await press(page, button(page, '受理'))
    for (const said of ['专门性事实问题', '没有利害关系', '没有在其他机构办理'])
      await press(page, page.getByRole('checkbox', { name: new RegExp(said) }), 'Space')
    await press(page, button(page, '受理'))
    await page.getByText('已受理').first().waitFor()
    const head = await play.w.as('jia-head')
    expect((await head.call(showCase, { id })).body.state).toBe('ACCEPTED')
    await page.close()
  })

  it('阅读协议全文并签署', async () => {
    const title = '键盘签署的协议'
    await acceptedCase(play.w, { title })
    const page = await opens('jia-head', title)
    const tab = page
      .getByRole('navigation', { name: '本案的各部分' })
      .getByRole('link', { name: '协议与期限' })
    await press(page, tab)
    await press(page, button(page, '已阅读全文，签署协议'))
    await page.getByText(/已办理：签署/).waitFor()
    await page.close()
  })

  it('在比对表里用方向键走到一行并表决', async () => {
    const { w } = play
    const title = '键盘表决的比对'
    const { id } = await draftingCase(w, { title })
    const lead = await w.as('jia-appraiser1')
    await lead.call(setClaim, { id, claims: [{ no: '1', text: claimText }] })
    const row = ['A', '一种管道连接用快速锁紧接头', '黄铜快速接头', '不同', '材质不同', '']
    const head = ['编号', '权利要求特征', '被诉对应特征', '比对结果', '理由', '证据']
    await lead.call(pasteRows, { id, table: `${head.join('\t')}\n${row.join('\t')}` })
    const page = await opens('jia-appraiser1', title)
    await press(
      page,
      page.getByRole('navigation', { name: '本案的各部分' }).getByRole('link', { name: '特征比对' }),
    )
    await reach(page, page.getByRole('grid').getByRole('rowheader').first())
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('表决')
    await page.keyboard.press('Enter')
    await reach(page, page.getByRole('dialog').getByRole('radio', { checked: true }))
    await press(page, button(page, '投票'))
    await page.getByText('陈鉴一：同意').waitFor({ state: 'attached' })
    expect((await lead.call(showChart, { id })).body.rows[0]?.votes).toHaveLength(1)
    await page.close()
  })

  it('看过待签文件，输入口令，再次验证身份，签名', async () => {
    const { w } = play
    const title = '键盘签名的意见书'
    const { id } = await approvedCase(w, { title })
    await frozenOpinion(w, id)
    await registerOwnKey(await proven(w, 'jia-appraiser1'), 'person', passphrase)
    const page = await opens('jia-appraiser1', title)
    await press(page, button(page, '取得待签文件'))
    await page.getByText('与要签的内容一致：所见即所签').waitFor()
    await press(page, page.getByRole('checkbox', { name: '我已逐页查看，对本鉴定意见负责' }), 'Space')
    await reach(page, page.getByLabel('签名口令'))
    await page.keyboard.type(passphrase)
    await press(page, button(page, '签名'))
    await reach(page, page.getByRole('dialog').getByLabel('登录密码'))
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.getByText('已办理：鉴定人签名').waitFor()
    const [shown] = (await (await w.as('jia-issuer')).call(showOpinion, { id })).body.opinions
    expect(shown?.signatories[0]?.signedAt).not.toBeNull()
    expect(play.inspection.complaints.flat()).toEqual([])
    await page.close()
  })
})
