import type { Hono } from 'hono'
import type { Services } from '#kernel/capabilities.ts'
import type { Env } from './http.ts'

/** GET /trust.json: log key and roots. A reader keeps his own copy; it never comes with the document that he checks. */
export function trustPage(app: Hono<Env>, services: Pick<Services, 'trust'>): void {
  app.get('/trust.json', (c) => {
    c.header('cache-control', 'no-cache')
    c.header('access-control-allow-origin', '*')
    return c.json(services.trust)
  })
}
