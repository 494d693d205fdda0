import type { Browser, Download, Locator, Page } from 'playwright-core'
import { complaintsOf, faultsOf } from './browser.ts'
import { password } from './cast.ts'

/** One person at a browser of his own, who finds things by role and by their Chinese names. */
export interface Seat {
  readonly page: Page
  readonly button: (name: string | RegExp) => Locator
  /** What floats above the page and asks something. */
  readonly dialog: Locator
  /** Goes to an address and waits for a heading there. */
  go(path: string, heading: string | RegExp): Promise<void>
  /** Presses a button once it can be pressed. */
  press(name: string | RegExp, within?: Locator): Promise<void>
  fill(label: string | RegExp, text: string, within?: Locator): Promise<void>
  /** Picks an option of a list that opens. */
  choose(label: string | RegExp, option: string | RegExp, within?: Locator): Promise<void>
  /** Picks several options, then shuts the list. */
  chooseAll(label: string | RegExp, options: readonly (string | RegExp)[], within?: Locator): Promise<void>
  sees(text: string | RegExp): Promise<void>
  /** Proves identity anew, where that is asked. */
  proves(): Promise<void>
  /** Writes the reason that a warning asks for. */
  explains(reason: string): Promise<void>
  downloads(name: string | RegExp): Promise<Buffer>
}

/** What was found at every page that was looked at. */
export interface Inspection {
  /** Names of the pages looked at, in order. */
  readonly pages: string[]
  readonly faults: string[]
  readonly complaints: (readonly string[])[]
}

/** Looks at the page as it stands: axe-core and overflow, on the desk and on the phone. */
export async function inspect(inspection: Inspection, seat: Seat, name: string): Promise<void> {
  inspection.pages.push(name)
  const found = await faultsOf(seat.page, [1440, 390])
  inspection.faults.push(...found.map((fault) => `${name} ${fault}`))
}

/** Someone sits down at a browser of his own; nobody in particular where no login is given. */
export async function sitDown(
  browser: Browser,
  baseURL: string,
  inspection: Inspection,
  login?: string,
): Promise<Seat> {
  const page = await browser.newPage({ locale: 'zh-CN', baseURL, viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(15_000)
  inspection.complaints.push(complaintsOf(page))
  const seat = seatAt(page)
  if (login) {
    await page.goto('/app/sign-in')
    await seat.fill('登录名', login)
    await seat.fill(/^密码/, password)
    await seat.press('登录')
    await page.getByRole('heading', { name: '等我办理', level: 1 }).waitFor()
  }
  return seat
}

function seatAt(page: Page): Seat {
  const dialog = page.getByRole('dialog')
  const press: Seat['press'] = (name, within) =>
    named(within ?? page, name)
      .and(page.locator(':not([aria-disabled="true"])'))
      .click()
  const choose: Seat['choose'] = async (label, option, within) => {
    await (within ?? page).getByRole('combobox', { name: label }).click()
    const exact = typeof option === 'string'
    await page.getByTitle(option, { exact }).filter({ visible: true }).last().click()
  }
  return {
    page,
    dialog,
    button: (name) => named(page, name),
    async go(path, heading) {
      await page.goto(path)
      await page.getByRole('heading', { name: heading }).first().waitFor()
    },
    press,
    fill: (label, text, within) => (within ?? page).getByLabel(label).fill(text),
    choose,
    async chooseAll(label, options, within) {
      for (const option of options) await choose(label, option, within)
      await page.keyboard.press('Escape')
    },
    sees: (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    async proves() {
      await dialog.getByLabel('登录密码').fill(password)
      await press('验证并继续')
    },
    async explains(reason) {
      const fields = dialog.getByLabel('继续办理的理由')
      await fields.first().waitFor()
      for (const field of await fields.all()) await field.fill(reason)
      await press('写明理由，继续办理')
    },
    async downloads(name) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ])
      return bytesOf(download)
    },
  }
}

function named(within: Page | Locator, name: string | RegExp): Locator {
  return within.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
}

async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
