import type { Context, Handler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Problem, problems } from '#kernel/problem.ts'
import type { Env } from '#platform/http.ts'
import { careCookie } from './care.ts'
import { type Around, Frame } from './frame.tsx'
import { problemBody } from './pages/problem-page.tsx'
import type { Site } from './site.ts'

/** One public page before its frame is drawn around it. */
export interface PublicPage {
  readonly title: string
  readonly body: ReactNode
  /** What machines read of it: alternates, canonical address, data. */
  readonly head?: ReactNode
  readonly status?: ContentfulStatusCode
  /** The one script of a page that checks in the browser; all other pages have none. */
  readonly script?: string
  /** Says how long the page may be kept; pages that answer somebody's question are not kept. */
  readonly keep?: 'no-store' | 'no-cache'
}

/** Makes a route of a page. A refusal becomes a page as well, with the same status and words as in the interface. */
export function publicPage(
  site: Site,
  draw: (c: Context<Env>) => PublicPage | Promise<PublicPage>,
): Handler<Env> {
  return async (c) => {
    try {
      return send(site, c, await draw(c))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return send(site, c, refusal(error))
    }
  }
}

function refusal(problem: Problem): PublicPage {
  const { status, title } = problems[problem.type]
  return { title, status, keep: 'no-store', body: problemBody(problem) }
}

function send(site: Site, c: Context<Env>, page: PublicPage): Response | Promise<Response> {
  const { engine, kind } = site
  const around: Around = {
    kind,
    simulated: engine.clock.simulated,
    demonstrationAuthority: engine.services.certificates.demonstration,
    care: getCookie(c, careCookie) === 'on',
    here: c.req.path + new URL(c.req.url).search,
    now: engine.clock.now(),
  }
  if (page.status === 429) c.header('retry-after', '60')
  c.header('cache-control', page.keep ?? 'no-cache')
  c.header('vary', 'cookie')
  const html = renderToStaticMarkup(<Frame page={page} around={around} />)
  return c.html(`<!doctype html>${html}`, page.status ?? 200)
}
