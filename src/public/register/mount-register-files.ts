import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context, Hono } from 'hono'
import { Problem } from '#kernel/problem.ts'
import { type AsOf, listAsCsv, listAsJson, registerLines, sizeOn } from '#modules/directory/module.ts'
import { publishedSize } from '#modules/trace/module.ts'
import type { Env } from '#platform/http.ts'
import { publicPage } from '../public-page.tsx'
import type { Site } from '../site.ts'
import { changesFeed } from './changes-feed.ts'
import { registerPage } from './register-page.tsx'

const formats = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const

/**
 * The register as plain files: every line that opens the log, the list of any day with its signature, a feed of changes, and
 * the script that checks all of it without us. Only what a published checkpoint covers is given out.
 */
export function mountRegisterFiles(app: Hono<Env>, site: Site): void {
  const { engine } = site
  const db = engine.database.read
  const { vouch, trust } = engine.services
  const script = readFileSync(join(import.meta.dirname, '../../modules/directory/register/check-list.mjs'))

  app.get(
    '/register',
    publicPage(site, async () =>
      registerPage({ today: engine.clock.today(), size: await publishedSize(db) }),
    ),
  )
  app.get('/register/check-list.mjs', (c) => {
    c.header('content-type', 'text/javascript; charset=utf-8')
    return c.body(new Uint8Array(script))
  })
  app.get('/register/entries.jsonl', async (c) => {
    const below = await publishedSize(db)
    return lines(c, registerLines(db, { below }), 'application/jsonl; charset=utf-8', `entries-${below}`)
  })
  app.get('/register/delta/:file{\\d{4}-\\d{2}-\\d{2}\\.jsonl}', async (c) => {
    const day = dayOf(c.req.param('file').slice(0, 10))
    const below = await publishedSize(db)
    return lines(
      c,
      registerLines(db, { below, day }),
      'application/jsonl; charset=utf-8',
      `delta-${day}-${below}`,
    )
  })
  app.get('/register/changes.atom', async (c) => {
    c.header('content-type', 'application/atom+xml; charset=utf-8')
    return c.body(await changesFeed(db, { base: engine.services.publicUrl, below: await publishedSize(db) }))
  })
  app.get('/register/list/:day/:file{(said|true-\\d{1,15})\\.(json|csv)(\\.note)?}', async (c) => {
    const { asOf, format, name } = await askedList(c)
    const print = () => (format === 'csv' ? listAsCsv(db, asOf) : listAsJson(db, asOf, trust.log.origin))
    if (!c.req.param('file').endsWith('.note'))
      return lines(
        c,
        print(),
        formats[format],
        createHash('sha256').update(`${name} ${asOf.size}`).digest('hex').slice(0, 16),
      )
    const hash = createHash('sha256')
    for await (const text of print()) hash.update(text)
    return c.text(await vouch('register list', [name, `sha256 ${hash.digest('hex')}`, `size ${asOf.size}`]))
  })

  /** What the address asks for; the list of a day that is not over, and the size of what was not published, do not exist yet. */
  async function askedList(c: Context<Env>) {
    const day = dayOf(c.req.param('day') ?? '')
    const [, question = '', format = ''] = /^([^.]+)\.(json|csv)/.exec(c.req.param('file') ?? '') ?? []
    const published = await publishedSize(db)
    const wanted =
      question === 'said' ? Math.min(await sizeOn(db, day), published) : Number(question.slice(5))
    if (day > engine.clock.today() || wanted > published)
      throw new Problem('not-found', '这一天还没有到，或者日志还没有公布到这个规模。')
    const asOf: AsOf = { day, size: wanted, question: question === 'said' ? 'said' : 'true' }
    return {
      asOf,
      format: format === 'csv' ? ('csv' as const) : ('json' as const),
      name: `${day}/${question}.${format}`,
    }
  }
}

function dayOf(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw new Problem('not-found', '日期写作 2026-03-02。')
  return text
}

/** Streams text with its own tag, so that who has it already does not fetch it again. */
function lines(c: Context<Env>, from: AsyncIterable<string>, type: string, version: string): Response {
  const etag = `"${version}"`
  c.header('etag', etag)
  c.header('cache-control', 'no-cache')
  c.header('access-control-allow-origin', '*')
  if (c.req.header('if-none-match') === etag) return c.body(null, 304)
  c.header('content-type', type)
  const encoder = new TextEncoder()
  const iterator = from[Symbol.asyncIterator]()
  return c.body(
    new ReadableStream({
      async pull(controller) {
        const { done, value } = await iterator.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      async cancel() {
        await iterator.return?.()
      },
    }),
  )
}
