import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showCase } from '#modules/cases/contract/case.ts'
import { showOpinion } from '#modules/opinions/contract/issue.ts'
import { readTrust } from '#verify/trust-file.ts'
import { verifyOpinion } from '#verify/verify-opinion.ts'
import { complaintsOf, faultsOf, noBrowserBecause, openBrowser } from '../browser.ts'
import { password } from '../cast.ts'
import { type Listening, listening } from '../listening.ts'
import { approvedCase, passphrase, proven } from '../opinions.ts'
import { registerOwnKey, signAsAppraiser } from '../signing.ts'
import { type World, world } from '../world.ts'

let w: World
let id: string
let server: Listening
let browser: Browser
let page: Page
let complaints: readonly string[]

const shots = process.env.SHOTS
const phone = { width: 390, height: 844 }
const desk = { width: 1440, height: 1000 }

describe.skipIf(noBrowserBecause)('签名与签发，在浏览器里', () => {
  beforeAll(async () => {
    w = await world()
    id = (await approvedCase(w)).id
    server = await listening(w.program)
    browser = await openBrowser()
    page = await browser.newPage({
      locale: 'zh-CN',
      baseURL: server.baseURL,
      viewport: desk,
      acceptDownloads: true,
    })
    page.setDefaultTimeout(15_000)
    complaints = complaintsOf(page)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    server?.close()
    await w?.close()
  })

  async function signIn(login: string, path: string) {
    await page.context().clearCookies()
    const opened = await page.request.post('/api/session/open', { data: { login, password } })
    expect(opened.status()).toBe(200)
    await page.goto(path)
  }

  const signing = () => `/app/cases/${id}/signing`
  const opinion = async () => (await (await w.as('jia-issuer')).call(showOpinion, { id })).body.opinions[0]

  /** The dialog that asks anew who one is. */
  async function proveIdentity() {
    await page.getByRole('dialog').getByLabel('登录密码').fill(password)
    await page.getByRole('button', { name: '验证并继续' }).click()
  }

  async function look(name: string) {
    if (!shots) return
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: width < 400 ? 1800 : 1000 })
      await page.waitForTimeout(300)
      await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
    }
    await page.setViewportSize(desk)
  }

  async function makeKey() {
    await page.getByLabel(/^签名口令/).fill(passphrase)
    await page.getByLabel('再输入一次').fill(passphrase)
    await page.getByRole('button', { name: '生成并登记' }).click()
    await proveIdentity()
    await page.getByText('可用', { exact: true }).waitFor()
  }

  it('lets a person make a key of his own in this browser', async () => {
    await signIn('jia-appraiser1', '/app/keys')
    await page.getByRole('heading', { name: '新建密钥：本人签名' }).waitFor()
    await look('keys-new')
    expect(await faultsOf(page)).toEqual([])
    await makeKey()
    await page.getByText('未接入：智能密码钥匙（UKey）、国密 SM2 签名').waitFor()
    await look('keys')
    expect(await faultsOf(page)).toEqual([])
  })

  it('shows the issuer every rule, then freezes with number and code', async () => {
    await signIn('jia-issuer', '/app/keys')
    await makeKey()
    await page.goto(signing())
    await page.getByText('各项均符合').waitFor()
    await look('freeze')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '定稿', exact: true }).click()
    await page.getByText('正在公布登记并排版成文').waitFor()
    await w.program.settle()
    await page.getByRole('link', { name: '在线查看' }).waitFor()
    expect(await opinion()).toMatchObject({ state: 'SIGNING', no: '甲鉴[2026]知鉴字第1号' })
  })

  it('lets an appraiser sign on the phone: look, compare, unlock, prove identity', async () => {
    await page.setViewportSize(phone)
    await signIn('jia-appraiser1', signing())
    await page.getByRole('button', { name: '取得待签文件' }).click()
    await page.getByText('与要签的内容一致：所见即所签').waitFor()
    await look('sign')
    expect(await faultsOf(page)).toEqual([])
    await page.setViewportSize(phone)
    await page.getByLabel('我已逐页查看，对本鉴定意见负责').check()
    await page.getByLabel('签名口令').fill('不是这个口令')
    await page.getByRole('button', { name: '签名', exact: true }).click()
    await page.getByText('口令不对，密钥没有打开').waitFor()
    await page.getByLabel('签名口令').fill(passphrase)
    await page.getByRole('button', { name: '签名', exact: true }).click()
    await proveIdentity()
    await page.getByText('已办理：鉴定人签名').waitFor()
    expect((await opinion())?.signatories[0]?.signedAt).not.toBeNull()
    await page.setViewportSize(desk)
  })

  it('lets the issuer seal and issue, once the other appraiser has signed', async () => {
    await registerOwnKey(await proven(w, 'jia-appraiser2'), 'person', passphrase)
    await signAsAppraiser(await w.as('jia-appraiser2'), (await opinion())?.id ?? '', passphrase)
    await signIn('jia-issuer', signing())
    await page.getByRole('button', { name: '取得待签文件' }).click()
    await page.getByLabel('我已查看全文和全部签名，以本机构名义盖章').check()
    await page.getByLabel('签名口令').fill(passphrase)
    await page.getByRole('button', { name: '盖章', exact: true }).click()
    await proveIdentity()
    await page.getByRole('button', { name: '签发', exact: true }).waitFor()
    await look('issue')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '签发', exact: true }).click()
    await page.getByText('已办理：签发').waitFor()
    expect((await (await w.as('jia-issuer')).call(showCase, { id })).body.state).toBe('ISSUED')
  })

  it('lets the archivist deliver and the court download, verify and acknowledge', async () => {
    await signIn('jia-archivist', signing())
    await page.getByRole('button', { name: '送达', exact: true }).click()
    await page.getByLabel('受送达人').fill('演示市知识产权法院')
    await page.getByLabel('送达方式').click()
    await page.getByTitle('电子送达').click()
    await page.getByLabel('送达凭证').fill('平台送达回执')
    await page.getByRole('button', { name: '登记送达' }).click()
    await page.getByText('尚未签收').waitFor()
    await w.program.settle()
    await signIn('court-officer', signing())
    const files = await Promise.all(
      ['下载意见书（PDF）', '下载签发登记证明', '下载信任文件'].map(async (name) => {
        const address = await page.getByRole('link', { name }).getAttribute('href')
        return page.request.get(address ?? '')
      }),
    )
    const [pdf, proof, trust] = await Promise.all(files.map((file) => file.body()))
    const report = await verifyOpinion({
      pdf: new Uint8Array(pdf ?? []),
      proof: proof?.toString() ?? '',
      trust: readTrust(trust?.toString()),
    })
    expect(report.ok).toBe(true)
    await look('issued')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '签收' }).click()
    await page.getByText('已于').waitFor()
  })

  it('runs without a complaint of the browser', () => {
    expect(complaints).toEqual([])
  })
})
