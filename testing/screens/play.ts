import type { Browser } from 'playwright-core'
import { showCase } from '#modules/cases/contract/case.ts'
import { openBrowser } from '../browser.ts'
import type { CaseFile } from '../journey/case-file.ts'
import { madeUpCase } from '../journey/made-up-cases.ts'
import { listening } from '../listening.ts'
import { type Inspection, inspect, type Seat, sitDown } from '../seat.ts'
import { type World, world } from '../world.ts'

/** A case as it is played at the screens: who sits where, and what has become known of it so far. */
export interface Play {
  readonly w: World
  readonly browser: Browser
  readonly baseURL: string
  readonly file: CaseFile
  readonly inspection: Inspection
  /** Logins of those who have sat down. */
  readonly people: ReadonlySet<string>
  id: string
  opinion: { no: string; code: string }
  files: { readonly pdf: Buffer; readonly proof: Buffer }
  /** The person at a browser of his own, signed in once. */
  seat(login: string): Promise<Seat>
  /** The person, having opened from the work queue what waits for him. */
  fromQueue(login: string): Promise<Seat>
  /** Somebody who does not sign in. */
  stranger(): Promise<Seat>
  /** Looks for faults of the page as it stands. */
  look(seat: Seat, name: string): Promise<void>
  /** Address of a part of the case: `/team`. */
  at(part: string): string
  state(): Promise<string>
  close(): Promise<void>
}

export async function openPlay(file: CaseFile = madeUpCase(0)): Promise<Play> {
  const w = await world()
  const server = await listening(w.program)
  const { baseURL } = server
  const browser = await openBrowser()
  const inspection: Inspection = { pages: [], faults: [], complaints: [] }
  const seats = new Map<string, Seat>()
  const people = new Set<string>()
  const play: Play = {
    w,
    browser,
    baseURL,
    file,
    inspection,
    people,
    id: '',
    opinion: { no: '', code: '' },
    files: { pdf: Buffer.alloc(0), proof: Buffer.alloc(0) },
    async seat(login) {
      const known = seats.get(login)
      if (known) return known
      const fresh = await sitDown(browser, baseURL, inspection, login)
      seats.set(login, fresh)
      people.add(login)
      return fresh
    },
    async fromQueue(login) {
      const person = await play.seat(login)
      const title = new RegExp(file.right.title)
      await person.go('/app/', '等我办理')
      await person.page.getByRole('link', { name: title }).first().click()
      await person.page.getByRole('heading', { level: 1, name: title }).waitFor()
      return person
    },
    stranger: () => sitDown(browser, baseURL, inspection),
    look: (seat, name) => inspect(inspection, seat, name),
    at: (part) => `/app/cases/${play.id}${part}`,
    state: async () => (await (await w.as('jia-head')).call(showCase, { id: play.id })).body.state,
    async close() {
      await browser.close()
      server.close()
      await w.close()
    },
  }
  return play
}
