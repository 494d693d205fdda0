import type { Hono } from 'hono'
import { library } from '#law/library.ts'
import { listedInstitutionKeys } from '#modules/directory/module.ts'
import type { Env } from '#platform/http.ts'
import { clausePath } from '../parts/ClauseRef.tsx'
import type { Site } from '../site.ts'
import { entryPath } from './words.tsx'

const pages = [
  '/',
  '/check',
  '/verify',
  '/directory',
  '/directory/coverage',
  '/directory/changes',
  '/register',
  '/log',
  '/rules',
  '/clauses',
]

/**
 * For search engines: every public page and every institution on the list. Appraisers are people: their pages are found from
 * their institution's and are not handed to search engines.
 */
export function mountSitemap(app: Hono<Env>, { engine }: Site): void {
  const base = engine.services.publicUrl
  app.get('/sitemap.xml', async (c) => {
    const keys = await listedInstitutionKeys(engine.database.read, 40_000) // a sitemap holds 50,000
    const paths = [...pages, ...library.map(({ id }) => clausePath(id)), ...keys.map((key) => entryPath(key))]
    const urls = paths.map((path) => `<url><loc>${xml(base + path)}</loc></url>`)
    c.header('content-type', 'application/xml; charset=utf-8')
    return c.body(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
    )
  })
  app.get('/robots.txt', (c) =>
    c.text(`User-agent: *\nDisallow: /api/\nDisallow: /app/\nSitemap: ${base}/sitemap.xml\n`),
  )
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
