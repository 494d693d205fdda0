import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context, Hono } from 'hono'
import { Problem } from '#kernel/problem.ts'
import { searchDirectory } from '#modules/directory/contract/search.ts'
import { checkOpinion } from '#modules/opinions/contract/check.ts'
import { publishedSize } from '#modules/trace/module.ts'
import type { Env } from '#platform/http.ts'
import { openApi } from '#platform/openapi.ts'
import { mountCare } from './care.ts'
import { operationTitles } from './catalogue/operation-titles.ts'
import { rulesOf } from './catalogue/rules-of.ts'
import { mountDirectoryPages } from './directory/mount-directory-pages.ts'
import { mountDraws } from './draws/mount-draws.ts'
import { checkedPage, checkFormPage } from './pages/check-page.tsx'
import { clauseSourcePage, clausesPage } from './pages/clauses-page.tsx'
import { homePage } from './pages/home-page.tsx'
import { logEntryPage } from './pages/log-entry-page.tsx'
import { logPage } from './pages/log-page.tsx'
import { missingPage } from './pages/missing-page.tsx'
import { problemPage } from './pages/problem-page.tsx'
import { rulePage, rulesPage } from './pages/rules-page.tsx'
import { verifyPage } from './pages/verify-page.tsx'
import { type PublicPage, publicPage } from './public-page.tsx'
import { mountRegisterFiles } from './register/mount-register-files.ts'
import { ask, type Site } from './site.ts'
import { mountStandards } from './standards/mount-standards.ts'
import { mountStyleSheet } from './style-sheet.ts'
import { mountVerifyScript } from './verify-script.ts'

/** Every public page: drawn on the server, readable without script, the same for everybody. */
export function mountPublicPages(app: Hono<Env>, site: Site): void {
  const { engine, modules } = site
  const db = engine.database.read
  const page = (path: string, draw: (c: Context<Env>) => PublicPage | Promise<PublicPage>) =>
    app.get(path, publicPage(site, draw))

  mountCare(app)
  mountStyleSheet(app)
  mountMark(app)
  page('/', async (c) => {
    const list = await ask(site, c, { endpoint: searchDirectory, input: {} })
    return homePage({ list, logSize: await publishedSize(db) })
  })
  page('/check', (c) => checkPage(site, c, c.req.query()))
  page('/check/:number', (c) => checkPage(site, c, { ...c.req.query(), number: c.req.param('number') ?? '' }))
  const script = mountVerifyScript(app)
  page('/verify', () => verifyPage(script))
  mountDirectoryPages(app, site)
  mountRegisterFiles(app, site)
  mountDraws(app, site)
  mountStandards(app, site)
  mountLog(app, site)
  page('/problems/:type', (c) => problemPage(c.req.param('type') ?? ''))
  page('/rules', () => rulesPage(rulesOf(modules)))
  page('/rules/:id', (c) =>
    rulePage({ rules: rulesOf(modules), titles: operationTitles(modules) }, c.req.param('id') ?? ''),
  )
  page('/clauses', () => clausesPage(engine.clock.today()))
  page('/clauses/:source', (c) => clauseSourcePage(rulesOf(modules), c.req.param('source') ?? ''))
  app.get('/openapi.json', (c) => c.json(openApi(modules)))
  app.notFound((c) => publicPage(site, missingPage)(c, async () => {}) as Promise<Response>) // publicPage always answers
}

/** Asks only where both were given; what is not answered comes back with the number still there. */
async function checkPage(site: Site, c: Context<Env>, asked: Record<string, string>): Promise<PublicPage> {
  const { number, code } = asked
  if (number === undefined || code === undefined) return checkFormPage(number)
  try {
    return checkedPage(number, await ask(site, c, { endpoint: checkOpinion, input: { number, code } }))
  } catch (error) {
    if (error instanceof Problem && ['malformed', 'too-many'].includes(error.type))
      return checkFormPage(number, error)
    throw error
  }
}

function mountLog(app: Hono<Env>, site: Site): void {
  const { services, database } = site.engine
  const titles = operationTitles(site.modules)
  app.get(
    '/log',
    publicPage(site, async () => {
      const checkpoint = await database.read
        .selectFrom('log_checkpoint')
        .select(['size', 'note', 'at'])
        .orderBy('size', 'desc')
        .limit(1)
        .executeTakeFirst()
      return logPage({ ...services.trust.log, checkpoint })
    }),
  )
  app.get('/log/entries', (c) =>
    c.redirect(`/log/entries/${Number.parseInt(c.req.query('index') ?? '0', 10) || 0}`, 303),
  )
  app.get('/log/entries/:file{[0-9]{1,15}\\.tlog-proof}', async (c) => {
    const proof = await services.proofOf(Number.parseInt(c.req.param('file'), 10), [])
    if (!proof) throw new Problem('not-found', '这一条还没有公布，或者不存在。')
    return c.text(proof)
  })
  app.get(
    '/log/entries/:index{[0-9]{1,15}}',
    publicPage(site, async (c) => {
      const index = Number(c.req.param('index'))
      return logEntryPage({ index, proof: await services.proofOf(index, []), titles })
    }),
  )
}

function mountMark(app: Hono<Env>): void {
  const mark = readFileSync(join(import.meta.dirname, '../web/mirror.svg'), 'utf8')
  app.get('/mirror.svg', (c) => {
    c.header('content-type', 'image/svg+xml')
    c.header('cache-control', 'public, max-age=86400')
    return c.body(mark)
  })
}
