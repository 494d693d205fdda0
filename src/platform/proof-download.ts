import type { Hono } from 'hono'
import { z } from 'zod'
import type { AnyQuery } from '#kernel/command.ts'
import { answer } from './answer.ts'
import { contentDisposition } from './content-disposition.ts'
import type { Engine } from './execute.ts'
import type { Env } from './http.ts'

const proven = z.object({ name: z.string(), proof: z.string() })

/** GET <at>/:id/opinion.tlog-proof: the answer of the query `proving` as a file to keep beside the document. */
export function mountProofs(
  app: Hono<Env>,
  { at, engine, proving }: { at: `/api/${string}`; engine: Engine; proving: AnyQuery },
): void {
  app.get(`${at}/:id/opinion.tlog-proof`, async (c) => {
    const { name, proof } = proven.parse(
      await answer(engine, proving, { id: c.req.param('id') }, c.get('actor')),
    )
    return new Response(proof, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': contentDisposition('attachment', name),
      },
    })
  })
}
