import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateSync } from 'otplib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { compose, type Program } from '../../src/compose.ts'
import { complaintsOf, faultsOf, noBrowserBecause, openBrowser } from '../browser.ts'
import { freshDatabase, type TestDatabase } from '../database.ts'
import { type Listening, listening } from '../listening.ts'

let database: TestDatabase
let dataDir = ''
let program: Program
let server: Listening
let browser: Browser
let page: Page
let complaints: readonly string[]
let secret = ''
const password = 'canary-right-horse-battery'
const heading = (name: string) => page.getByRole('heading', { name, level: 1 })

describe.skipIf(noBrowserBecause)('a new installation, in the browser', () => {
  beforeAll(async () => {
    database = await freshDatabase()
    dataDir = await mkdtemp(join(tmpdir(), 'mingjian-e2e-'))
    const config = readConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
    program = await compose(config, { clock: systemClock, kind: 'production', unlimited: true })
    server = await listening(program)
    browser = await openBrowser()
    page = await browser.newPage({ locale: 'zh-CN', baseURL: server.baseURL })
    page.setDefaultTimeout(15_000)
    complaints = complaintsOf(page)
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
    await program?.close()
    await database?.drop()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('asks for the first administrator and says what is missing, field by field', async () => {
    await page.goto('/app/')
    await heading('建立首个系统管理员').waitFor()
    await page.getByRole('button', { name: '建立并去登录' }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('安装码：请填写')
    expect(await faultsOf(page)).toEqual([])
  })

  it('refuses a wrong code and a weak password, then makes the administrator', async () => {
    await page.getByLabel('安装码').fill('wrong')
    await page.getByLabel('运行单位名称').fill('平台运行中心')
    await page.getByLabel('姓名').fill('𬭚䶮')
    await page.getByLabel('登录名').fill('root-admin')
    await page.getByLabel('密码', { exact: true }).fill('short')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('安装码不正确').waitFor()
    await page.getByLabel('安装码').fill(program.setupCode)
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('password-strong').waitFor()
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await heading('登录').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('lets him in only after an authenticator is bound', async () => {
    await page.getByLabel('登录名').fill('root-admin')
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await heading('绑定动态口令').waitFor()
    await page.goto('/app/accounts')
    await heading('绑定动态口令').waitFor()
    await page.getByLabel('登录密码').fill(password)
    await page.keyboard.press('Enter')
    secret = (await page.locator('code.secret').textContent()) ?? ''
    await page.getByRole('textbox', { name: '动态口令' }).fill(generateSync({ secret }))
    await page.keyboard.press('Enter')
    await heading('等我办理').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('registers a court and opens an account there, by keyboard, with its trace', async () => {
    await page.getByRole('link', { name: '单位', exact: true }).press('Enter')
    await heading('单位').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('单位')
    await page.getByRole('button', { name: '登记单位' }).press('Enter')
    await page.getByLabel('单位类别').press('Enter')
    await page.getByTitle('人民法院').click()
    await page.getByLabel('单位名称').fill('某市中级人民法院')
    await page.getByLabel('统一社会信用代码').fill('12345')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('organisation-credit-code-valid').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('统一社会信用代码').fill('')
    await page.keyboard.press('Enter')
    await page.getByText('这个单位还没有账号').waitFor()
    await page
      .getByRole('status')
      .getByRole('link', { name: /已留痕 #\d+/ })
      .waitFor()
    await page.getByRole('button', { name: '开立账号' }).press('Enter')
    await page.getByLabel('姓名').fill('王法官')
    await page.getByLabel('登录名').fill('judge-wang')
    await page.getByRole('checkbox', { name: '委托方经办人' }).press('Space')
    await page.getByRole('button', { name: '开立账号' }).press('Enter')
    await page.getByText('离开本页后不能再查看').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('disables the account with a reason', async () => {
    await page.getByRole('button', { name: '已经记下' }).press('Enter')
    await page.getByRole('link', { name: /王法官/ }).press('Enter')
    await page.getByRole('button', { name: '停用账号' }).press('Enter')
    await page.getByLabel('事由').fill('调离')
    await page.getByRole('dialog').getByRole('button', { name: '停用账号' }).press('Enter')
    await page.getByText('已停用').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('keeps a deed that he may not do in sight, out of effect, with the reason', async () => {
    await page.getByRole('link', { name: '账号', exact: true }).first().press('Enter')
    await page.getByRole('link', { name: /root-admin/ }).press('Enter')
    const button = page.getByRole('button', { name: '停用账号' })
    await button.focus()
    await page.getByRole('tooltip').getByText('不能停用自己的账号').waitFor()
    await button.press('Enter')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await faultsOf(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('signs out, and a link to a screen asks to sign in and leads back to it', async () => {
    await page.getByRole('button', { name: '退出' }).press('Enter')
    await heading('登录').waitFor()
    await page.goto('/app/organisations?kind=court')
    await heading('登录').waitFor()
    expect(new URL(page.url()).searchParams.get('next')).toBe('/organisations?kind=court')
  })
})
