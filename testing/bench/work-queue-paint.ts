import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { submit } from '#modules/commissions/contract/endpoints.ts'
import { openSession } from '#modules/identity/contract.ts'
import { noBrowserBecause, openBrowser } from '../browser.ts'
import { password } from '../cast.ts'
import { client } from '../client.ts'
import { draftedCommissions } from './drafts.ts'
import { amount, type Figure, quantile, rounded } from './figure.ts'
import { grounds, peopled } from './grounds.ts'

const WAITING = 30
const VISITS = Math.max(3, amount(15))

const paint = { name: 'work-queue-paint', unit: '秒（p95）', goal: '≤ 1' }
const script = { name: 'first-load-javascript', unit: 'kB（gzip）', goal: '≤ 350' }

/** The intake clerk opens the work queue in a browser that knows nothing yet: when the rows are there, and what was sent. */
export async function workQueuePaint(): Promise<readonly Figure[]> {
  if (noBrowserBecause)
    return [paint, script].map((figure) => ({
      ...figure,
      value: null,
      against: noBrowserBecause ?? '',
      holds: null,
    }))
  if (!existsSync(join(import.meta.dirname, '../../dist/web/index.html')))
    throw new Error('界面还没有构建，请先运行 npm run build')
  const ground = await grounds()
  const program = await ground.open()
  const server = serve({ fetch: program.app.fetch, port: 0, hostname: '127.0.0.1' })
  let browser: Browser | undefined
  try {
    const officer = client(async (path, init) => program.app.request(path, init))
    const drafts = await draftedCommissions(program, await peopled(program), WAITING)
    await officer.call(openSession, { login: 'court-officer', password })
    for (const { id, form } of drafts) await officer.call(submit, { id, form })
    const { port } = server.address() as AddressInfo // a TCP server has one
    browser = await openBrowser()
    const visits: Visit[] = []
    for (let i = 0; i < VISITS; i += 1) visits.push(await visit(browser, `http://127.0.0.1:${port}`))
    const value = rounded(
      quantile(
        visits.map(({ seconds }) => seconds),
        0.95,
      ),
      2,
    )
    const middle = rounded(
      quantile(
        visits.map(({ seconds }) => seconds),
        0.5,
      ),
      2,
    )
    const sent = rounded(Math.max(...visits.map(({ bytes }) => bytes)) / 1000)
    return [
      {
        ...paint,
        value,
        against: `本机，缓存为空，${WAITING} 件待办的行画出为止，打开 ${VISITS} 次；中位 ${middle} 秒`,
        holds: value <= 1,
      },
      {
        ...script,
        value: sent,
        against: `同一页面首次打开实际传输的脚本 ${visits[0]?.files ?? 0} 个`,
        holds: sent <= 350,
      },
    ]
  } finally {
    await browser?.close()
    server.close()
    await program.close()
    await ground.clear()
  }
}

interface Visit {
  readonly seconds: number
  readonly bytes: number
  readonly files: number
}

async function visit(browser: Browser, baseURL: string): Promise<Visit> {
  const context = await browser.newContext({
    baseURL,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 900 },
  })
  try {
    const page = await context.newPage()
    await page.request.post('/api/session/open', { data: { login: 'jia-intake', password } })
    await page.addInitScript(`
      const look = () => document.querySelectorAll('main tbody tr a').length >= ${WAITING}
        ? requestAnimationFrame(() => setTimeout(() => { document.documentElement.dataset.paintedAt = performance.now() }))
        : requestAnimationFrame(look)
      requestAnimationFrame(look)`)
    await page.goto('/app/')
    const painted = await page.locator('html[data-painted-at]').getAttribute('data-painted-at')
    const seconds = Number(painted) / 1000
    const sizes = await page.evaluate<number[]>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).map(({ encodedBodySize }) => encodedBodySize)`,
    )
    return { seconds, bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length }
  } finally {
    await context.close()
  }
}
