import type { Context } from 'hono'
import { Problem } from '#kernel/problem.ts'

/**
 * Refuses unsafe requests that a browser sends on behalf of another site. Browsers always name the Origin of a POST;
 * programs without one carry no ambient cookie of a victim.
 */
export function requireSameOrigin(c: Context, publicUrl: string): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const own = [new URL(publicUrl).origin, new URL(c.req.url).origin]
  if ((origin && !own.includes(origin)) || (site && !['same-origin', 'none'].includes(site)))
    throw new Problem('not-permitted', '请求来自其他网站，已拒绝。请从本平台页面操作。')
}

/** JSON only: a form of another site cannot send it without the browser asking first. */
export async function jsonBody(c: Context): Promise<Record<string, unknown>> {
  if (!c.req.header('content-type')?.startsWith('application/json'))
    throw new Problem('malformed', '请求须为 application/json。')
  const text = await c.req.text()
  try {
    const body: unknown = JSON.parse(text || '{}')
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body }
  } catch {
    throw new Problem('malformed', '请求内容不是有效的 JSON。')
  }
  throw new Problem('malformed', '请求内容应当是一个 JSON 对象。')
}
