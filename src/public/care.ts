import type { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import type { Env } from '#platform/http.ts'

/** 关怀版: larger type and stronger contrast. A matter of this browser, not of a person: the cookie says only on or off. */
export const careCookie = 'mingjian-care'

/** GET /care?on=1&back=/check switches without script and goes back to where the visitor was. */
export function mountCare(app: Hono<Env>): void {
  app.get('/care', (c) => {
    setCookie(c, careCookie, c.req.query('on') === '1' ? 'on' : 'off', {
      path: '/',
      sameSite: 'Lax',
      maxAge: 365 * 86_400,
    })
    c.header('cache-control', 'no-store')
    return c.redirect(ownPath(c.req.query('back') ?? '/'), 303)
  })
}

/** Only a path of this site: what leads elsewhere leads home. */
function ownPath(back: string): string {
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(back) ? encodeURI(decodeLoosely(back)) : '/'
}

function decodeLoosely(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return '/'
  }
}
