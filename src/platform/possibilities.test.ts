import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { signAgreement } from '#modules/cases/contract/agreement.ts'
import { acceptedCase } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'

let w: World
let id: string
beforeAll(async () => {
  w = await world()
  id = (await acceptedCase(w)).id
})
afterAll(() => w.close())

const possible = z.record(z.string(), z.object({ ok: z.boolean(), because: z.string() }))
async function ask(path: string) {
  const answer = await (await w.as('jia-head')).raw(`/api${path}/can`)
  return { status: answer.status, body: possible.parse(await answer.json()) }
}

it('what may be done is answered while somebody else is at work on the case', async () => {
  const before = await ask(`/cases/${id}`)
  expect(before).toMatchObject({ status: 200, body: { [signAgreement.id]: { ok: true } } })
  const atWork = await w.program.database.kysely.startTransaction().execute()
  try {
    for (const table of ['commission', 'appraisal_case'])
      await sql`select id from ${sql.table(table)} where id = ${id} for update`.execute(atWork)
    expect(await ask(`/cases/${id}`)).toEqual(before)
    expect((await ask(`/commissions/${id}`)).status).toBe(200)
  } finally {
    await atWork.rollback().execute()
  }
})
