import type { Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import { Problem, type ProblemType } from '#kernel/problem.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { showInstitution } from '#modules/directory/contract/institutions.ts'
import { compareDays, searchDirectory, showCoverage, showEntry } from '#modules/directory/contract/search.ts'
import { isInRegister } from '#modules/directory/module.ts'
import type { Env } from '#platform/http.ts'
import { type PublicPage, publicPage } from '../public-page.tsx'
import { ask, type Site } from '../site.ts'
import { changesPage } from './changes-page.tsx'
import { coveragePage } from './coverage-page.tsx'
import { entryPage } from './entry-page.tsx'
import { listPage } from './list-page.tsx'
import { mountReportPages } from './mount-report-pages.ts'
import { mountSitemap } from './sitemap.ts'
import { entryPath } from './words.tsx'

/** The national list for everyone: search, one entry, any past day, two days compared, coverage. */
export function mountDirectoryPages(app: Hono<Env>, site: Site): void {
  const page = (path: string, draw: (c: Context<Env>) => PublicPage | Promise<PublicPage>) =>
    app.get(path, publicPage(site, draw))

  page('/directory', async (c) => {
    const asked = given(c, searchFields)
    return listPage(asked, await unless(ask(site, c, { endpoint: searchDirectory, input: asked })))
  })
  page('/directory/changes', async (c) => {
    const asked = given(c, ['from', 'to', 'kind', 'question', 'cursor'])
    if (Object.keys(asked).length === 0) return changesPage(asked, undefined)
    return changesPage(asked, await unless(ask(site, c, { endpoint: compareDays, input: asked })))
  })
  page('/directory/coverage', async (c) => {
    const { ip, field } = given(c, ['ip', 'field'])
    return coveragePage({
      coverage: await ask(site, c, { endpoint: showCoverage, input: ip ? { ip } : {} }),
      ip: ipType.codes.find((code) => code === ip),
      field: technicalField.codes.find((code) => code === field),
    })
  })
  page('/directory/:kind{institution|appraiser}/:number', async (c) => {
    const key = `${c.req.param('kind')}:${c.req.param('number')}`
    const input = { key, ...given(c, ['on', 'question']) }
    return entryPage(await ask(site, c, { endpoint: showEntry, input }), site.engine.services.publicUrl)
  })
  mountReportPages(app, site)
  mountProofs(app, site)
  mountFormerAddresses(app, site)
  mountSitemap(app, site)
  mountTags(app)
}

const searchFields = [
  ...['kind', 'text', 'ip', 'field', 'province', 'institution', 'standard', 'grade', 'state'],
  ...['on', 'question', 'cursor'],
]

/** What was filled in: a plain form also sends what was left empty, and a question without a day says nothing. */
function given(c: Context<Env>, names: readonly string[]): Record<string, string> {
  const filled = names
    .map((name) => [name, c.req.query(name)?.trim() ?? ''] as const)
    .filter(([, value]) => value)
  const { question, ...asked } = Object.fromEntries(filled)
  return question && (asked.on || asked.from) ? { ...asked, question } : asked
}

/** A refusal that the page itself shows: a question that was not understood stands above the form that it came from. */
async function unless<A>(answer: Promise<A>, type: ProblemType = 'malformed'): Promise<A | Problem> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Problem && error.type === type) return error
    throw error
  }
}

/** The proof of one change of the list, with the field `register` opened and no other. */
function mountProofs(app: Hono<Env>, { engine }: Site): void {
  app.get('/directory/proofs/:file{[0-9]{1,15}\\.tlog-proof}', async (c) => {
    const index = Number.parseInt(c.req.param('file'), 10)
    const proof = (await isInRegister(engine.database.read, index))
      ? await engine.services.proofOf(index, ['register'])
      : undefined
    if (!proof) throw new Problem('not-found', '这一条还没有公布，或者没有改动名录。')
    return c.text(proof)
  })
}

/** Addresses from before the national list lead on to it. */
function mountFormerAddresses(app: Hono<Env>, site: Site): void {
  app.get('/institutions', (c) => c.redirect('/directory', 301))
  app.get('/institutions/:id', async (c) => {
    const id = c.req.param('id')
    const known = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
      ? await unless(ask(site, c, { endpoint: showInstitution, input: { id } }), 'not-found')
      : new Problem('not-found', '名录中没有这个机构。')
    if (!(known instanceof Error)) return c.redirect(entryPath(`institution:${known.directoryNo}`), 301)
    return publicPage(site, () => Promise.reject(known))(c, async () => {}) as Promise<Response> // publicPage always answers
  })
}

/** The same questions over /api carry a tag: who asks again with it is told that nothing changed. */
function mountTags(app: Hono<Env>): void {
  for (const path of ['entries', 'entries/*', 'changes', 'coverage']) {
    app.use(`/api/directory/${path}`, async (c, next) => {
      await next()
      c.header('access-control-allow-origin', '*')
      if (c.res.ok) c.header('cache-control', 'no-cache')
    })
    app.use(`/api/directory/${path}`, etag())
  }
}
