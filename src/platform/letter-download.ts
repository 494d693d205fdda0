import type { Hono } from 'hono'
import { z } from 'zod'
import type { AnyQuery } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { answer } from './answer.ts'
import { contentDisposition } from './content-disposition.ts'
import type { Engine } from './execute.ts'
import type { Env, HttpOptions } from './http.ts'
import { notice, renderNotice } from './pdf/notice.ts'

const lettered = z.object({
  at: z.iso.datetime().transform((text) => new Date(text)),
  letter: notice.omit({ demonstration: true }),
})

/**
 * GET <at>/:id/letter.pdf: the letter in the answer of a query as PDF. Set anew each time it is asked for: the same letter
 * gives the same bytes.
 */
export function mountLetters(
  app: Hono<Env>,
  given: {
    at: `/api/${string}`
    engine: Engine
    letter: AnyQuery
    demonstration: boolean
    limit: HttpOptions['limit']
  },
): void {
  const { at: base, engine, demonstration } = given
  app.get(`${base}/:id/letter.pdf`, async (c) => {
    await given.limit('notice.letter', { address: c.get('address'), accountId: c.get('actor').accountId }, {})
    const { at, letter } = lettered.parse(
      await answer(engine, given.letter, { id: c.req.param('id') }, c.get('actor')),
    )
    if (letter.number === '') throw new Problem('not-found', '这条通知不是文书，没有 PDF。')
    const { pdf } = renderNotice({ ...letter, demonstration }, { at })
    return new Response(pdf, {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': contentDisposition('attachment', `${letter.title} ${letter.number}.pdf`),
      },
    })
  })
}
