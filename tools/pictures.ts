import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { listCases } from '#modules/cases/contract/case.ts'
import { openSession } from '#modules/identity/contract.ts'
import { showOpinion } from '#modules/opinions/contract/issue.ts'
import { openBrowser } from '../testing/browser.ts'
import { password } from '../testing/cast.ts'
import { type Client, client } from '../testing/client.ts'

/**
 * `npx tsx tools/pictures.ts [ADDRESS [FOLDER [WIDTH]]]`: pictures of the main screens for the README, taken from a
 * running demonstration world (`npm run demo`). One opinion of that world is frozen for the picture of the signing.
 */
const [
  address = 'http://127.0.0.1:8080',
  folder = join(import.meta.dirname, '../docs/screens'),
  width = '1440',
] = process.argv.slice(2)

await mkdir(folder, { recursive: true })
const browser = await openBrowser()

/** A new window of someone; of nobody where no login is given. */
async function windowOf(login?: string): Promise<Page> {
  const page = await browser.newPage({
    locale: 'zh-CN',
    baseURL: address,
    viewport: { width: Number(width), height: 900 },
  })
  page.setDefaultTimeout(20_000)
  if (login) {
    const opened = await page.request.post('/api/session/open', { data: { login, password } })
    if (!opened.ok()) throw new Error(`${login} 不能登录：${await opened.text()}`)
  }
  return page
}

async function picture(name: string, login: string | undefined, show: (page: Page) => Promise<unknown>) {
  const page = await windowOf(login)
  await show(page)
  await page.mouse.move(0, 0)
  await page.waitForTimeout(1500) // fonts, lists beside the work, the viewer of documents
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
  console.log(name)
}

async function asking(login: string): Promise<Client> {
  const asked = client((path, init) => fetch(`${address}${path}`, init))
  await asked.call(openSession, { login, password })
  return asked
}

const head = await asking('jia-head')

async function caseIn(state: string): Promise<string> {
  const [found] = (await head.call(listCases, { state })).body.items
  if (!found) throw new Error(`演示环境里没有这一状态的案件：${state}`)
  return found.id
}

await picture('home', undefined, (page) => page.goto('/'))
await picture('work-queue', 'jia-appraiser1', async (page) => {
  await page.goto('/app/')
  await page.getByRole('table').waitFor()
})
await picture('commission-form', 'court-officer', async (page) => {
  await page.goto('/app/commissions/new')
  const question = page.getByLabel('鉴定事项 1')
  await question.fill('被诉产品是否构成对涉案专利权的侵犯？')
  await page.getByRole('button', { name: '改为这一表述' }).waitFor()
  await question.evaluate((field) => field.scrollIntoView({ block: 'center' }))
})
await picture('case', 'jia-appraiser1', async (page) => {
  await page.goto(`/app/cases/${await caseIn('IN_PROGRESS')}`)
  await page.getByRole('navigation', { name: '本案的各部分' }).waitFor()
})
await picture('chart', 'jia-appraiser1', async (page) => {
  await page.goto(`/app/cases/${await caseIn('UNDER_REVIEW')}/chart`)
  await page
    .getByRole('button', { name: /^材料\d/ })
    .first()
    .click()
  await page.getByRole('complementary', { name: '所引证据' }).getByText('提供方').waitFor()
})
await picture('signing', 'jia-appraiser1', async (page) => {
  const id = await caseIn('PENDING_ISSUE')
  const issuer = await windowOf('jia-issuer')
  await issuer.goto(`/app/cases/${id}/signing`)
  await issuer
    .getByRole('button', { name: '定稿', exact: true })
    .or(issuer.getByRole('link', { name: '在线查看' }))
    .first()
    .waitFor()
  const freeze = issuer.getByRole('button', { name: '定稿', exact: true })
  if (await freeze.isVisible()) {
    await freeze.click()
    const reason = issuer.getByLabel('继续办理的理由')
    await reason
      .or(issuer.getByRole('link', { name: '在线查看' }))
      .first()
      .waitFor()
    if (await reason.first().isVisible()) {
      await reason.first().fill('演示中的时间间隔。')
      await issuer.getByRole('button', { name: '写明理由，继续办理' }).click()
    }
    await issuer.getByRole('link', { name: '在线查看' }).waitFor()
  }
  await issuer.close()
  await page.goto(`/app/cases/${id}/signing`)
  await page.getByRole('button', { name: '取得待签文件' }).click()
  await page.getByText('与要签的内容一致：所见即所签').waitFor()
})

const id = await caseIn('DELIVERED')
await picture('trace', 'jia-head', async (page) => {
  await page.goto(`/app/cases/${id}/trace`)
  await page.getByRole('navigation', { name: '留痕环节' }).waitFor()
})
const issued = (await head.call(showOpinion, { id })).body.opinions.find(({ state }) => state === 'ISSUED')
if (!issued) throw new Error('已送达的案件没有签发的意见书')
await picture('check', undefined, (page) =>
  page.goto(`/check?${new URLSearchParams({ number: issued.no, code: issued.verificationCode })}`),
)
await picture('verify', undefined, async (page) => {
  const file = async (name: string) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(
      await (
        await head.raw(`/api/opinions/${issued.id}/${name === 'opinion.pdf' ? 'content' : name}`)
      ).arrayBuffer(),
    ),
  })
  await page.goto('/verify')
  await page.getByLabel('鉴定意见书（PDF）').setInputFiles(await file('opinion.pdf'))
  await page.getByLabel('登记证明').setInputFiles(await file('opinion.tlog-proof'))
  await page.getByRole('button', { name: '核验' }).click()
  await page.getByText('本件鉴定意见书真实、完整，未被更改。').waitFor()
})
await browser.close()
