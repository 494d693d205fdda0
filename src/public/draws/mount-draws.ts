import type { Context, Hono } from 'hono'
import { Problem } from '#kernel/problem.ts'
import { drawEvidence, listDraws, showDraw } from '#modules/selection/contract/draws.ts'
import type { Env } from '#platform/http.ts'
import { publicPage } from '../public-page.tsx'
import { ask, type Site } from '../site.ts'
import { mountPageScript } from '../verify-script.ts'
import { drawPage } from './draw-page.tsx'
import { drawsPage } from './draws-page.tsx'

/** Public draws: all of them, one of them, and the file by which anyone repeats it. */
export function mountDraws(app: Hono<Env>, site: Site): void {
  const script = mountPageScript(app, 'draw-page')
  app.get(
    '/draws',
    publicPage(site, async (c) => {
      const cursor = c.req.query('cursor')
      const input: Record<string, string> = cursor === undefined ? {} : { cursor }
      return drawsPage(await ask(site, c, { endpoint: listDraws, input }))
    }),
  )
  app.get(
    '/draws/:id',
    publicPage(site, async (c) =>
      drawPage(await ask(site, c, { endpoint: showDraw, input: { id: drawOf(c) } }), script),
    ),
  )
  app.get('/draws/:id/evidence.json', async (c) => {
    const evidence = await ask(site, c, { endpoint: drawEvidence, input: { id: drawOf(c) } })
    c.header('content-disposition', `attachment; filename="draw-${evidence.draw}.json"`)
    return c.json(evidence)
  })
}

/** An address that cannot be a draw's is simply not there. */
function drawOf(c: Context<Env>): string {
  const id = c.req.param('id') ?? ''
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw new Problem('not-found', '没有这次抽签。')
  return id
}
