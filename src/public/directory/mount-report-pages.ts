import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from '#kernel/problem.ts'
import { reportEntryError, trackEntryError } from '#modules/directory/contract/entry-errors.ts'
import { showEntry } from '#modules/directory/contract/search.ts'
import type { Env } from '#platform/http.ts'
import { formFields } from '../form-fields.ts'
import { type PublicPage, publicPage } from '../public-page.tsx'
import { actAsPublic, ask, type Site } from '../site.ts'
import { answerPage, receivedPage, reportFormPage } from './report-page.tsx'

const mayBeCorrected = ['malformed', 'too-many', 'unavailable']

/** Reporting an error and reading its answer: plain forms, posted, so that neither text nor code stands in an address. */
export function mountReportPages(app: Hono<Env>, site: Site): void {
  const limited = bodyLimit({ maxSize: 16_384 })
  app.get(
    '/directory/report',
    publicPage(site, async (c) => reportFormPage(await about(site, c, c.req.query('key') ?? ''))),
  )
  app.post(
    '/directory/report',
    limited,
    publicPage(site, (c) => received(site, c)),
  )
  app.get(
    '/directory/report/answer',
    publicPage(site, () => answerPage(undefined)),
  )
  app.post(
    '/directory/report/answer',
    limited,
    publicPage(site, async (c) => {
      const { code = '' } = await formFields(c)
      return answerPage(await correctable(ask(site, c, { endpoint: trackEntryError, input: { code } })))
    }),
  )
}

async function received(site: Site, c: Context<Env>): Promise<PublicPage> {
  const { key = '', what = '', contact = '' } = await formFields(c)
  const entry = await about(site, c, key)
  const done = await correctable(
    actAsPublic(site, c, { endpoint: reportEntryError, input: { key, what, contact } }),
  )
  return done instanceof Error ? reportFormPage({ ...entry, what, contact }, done) : receivedPage(done)
}

async function about(site: Site, c: Context<Env>, key: string) {
  const { entry } = await ask(site, c, { endpoint: showEntry, input: { key } })
  return { key, name: entry.body.name }
}

/** What its sender can put right is shown above the form, with what was typed still in it. */
async function correctable<A>(work: Promise<A>): Promise<A | Problem> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Problem && mayBeCorrected.includes(error.type)) return error
    throw error
  }
}
