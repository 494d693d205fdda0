import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const executablePath = places.find((place) => place !== '' && existsSync(place))

/** Why browser journeys cannot run on this machine; undefined where they can. */
export const noBrowserBecause = executablePath ? undefined : '没有 Chromium（可用环境变量 CHROMIUM 指明位置）'

/** The distribution's own Chromium: nothing is downloaded. */
export function openBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error(noBrowserBecause)
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
  ]
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet],
  })
}

/** The widths that every screen must bear. */
export const widths = [1440, 1280, 768, 390] as const

/**
 * What is wrong with the page at each of the widths: accessibility (axe-core, all its rules) and anything that is wider
 * than the window. Empty where all is well.
 */
export async function faultsOf(page: Page, at: readonly number[] = widths): Promise<string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const before = page.viewportSize()
  const faults: string[] = []
  for (const width of at) {
    await page.setViewportSize({ width, height: 900 })
    await page.waitForTimeout(100)
    const surplus = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (surplus > 0) faults.push(`${width}: wider than the window by ${surplus} px`)
    await page.evaluate(axe)
    const found = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)')
    faults.push(...found.map(({ id, nodes }) => `${width}: ${id} ${nodes.map(({ html }) => html).join(' ')}`))
  }
  if (before) await page.setViewportSize(before)
  return faults
}

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** Everything that the page complains of from now on: scripts that fail, policies that are broken. Refusals are not faults. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const refusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !refusal) complaints.push(message.text())
  })
  return complaints
}
