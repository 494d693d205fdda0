import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#kernel/command.ts'
import { query } from '#kernel/command.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { Problem, type ProblemType } from '#kernel/problem.ts'
import { type World, world } from '#testing/world.ts'
import { answer } from './answer.ts'

let w: World
let subject = 0
beforeAll(async () => {
  w = await world()
})
beforeEach(() => {
  subject += 1
})
afterAll(() => w.close())

const person = (accountId: string): Actor => ({
  kind: 'person',
  accountId,
  name: '某人',
  organisationId: null,
  organisation: '某单位',
  roles: ['APPRAISER'],
  steppedUpAt: null,
  sessionId: null,
})
const reading = (to: { sealed: boolean; refused?: ProblemType; role?: string }) =>
  query({
    endpoint: endpoint({
      id: 'test.read',
      title: '查阅',
      method: 'GET',
      path: '/test',
      input: z.object({}),
      output: z.object({ text: z.string() }),
    }),
    allow: [{ role: to.role ?? 'signed-in', denial: '只有别人可以查阅' }],
    async answer() {
      if (to.refused) throw new Problem(to.refused, '没有这个文件，或者您无权查看。')
      return { text: '内容' }
    },
    traced: async () => (to.sealed ? { type: 'test', id: `sealed-${subject}`, matter: 'm' } : undefined),
  })
const left = async () => (await w.trace(`sealed-${subject}`)).map(({ op, fields }) => [op, fields.attempted])
const ask = (what: ReturnType<typeof reading>, who = person('a')) => answer(w.program.engine, what, {}, who)

describe('a reading of sealed material', () => {
  it('leaves one entry for one person within the time of the parameter, however often it is fetched', async () => {
    await Promise.all(Array.from({ length: 8 }, () => ask(reading({ sealed: true }))))
    expect(await left()).toHaveLength(1)
    await ask(reading({ sealed: true }), person('b'))
    expect(await left()).toHaveLength(2)
    w.clock.advance(w.program.engine.readingMinutes * 60_000 + 1)
    await ask(reading({ sealed: true }))
    expect(await left()).toEqual(Array.from({ length: 3 }, () => ['test.read', undefined]))
  })

  it('refused leaves an attempt, once, and the answer tells nothing of it', async () => {
    const unsealed = ask(reading({ sealed: false, refused: 'not-found' }))
    const told = await unsealed.catch((error: unknown) => error)
    for (const _ of [1, 2])
      expect(await ask(reading({ sealed: true, refused: 'not-found' })).catch((e: unknown) => e)).toEqual(
        told,
      )
    expect(await left()).toEqual([['attempt.refused', 'test.read']])
    await ask(reading({ sealed: true }))
    await expect(ask(reading({ sealed: true, role: 'REVIEWER' }), person('b'))).rejects.toMatchObject({
      type: 'not-permitted',
    })
    const refused = ['attempt.refused', 'test.read']
    expect(await left()).toEqual([refused, ['test.read', undefined], refused])
  })

  it.each(['unavailable', 'too-many', 'stale-version'] as const)(
    'answered %s is no attempt',
    async (type) => {
      await expect(ask(reading({ sealed: true, refused: type }))).rejects.toMatchObject({ type })
      expect(await left()).toEqual([])
    },
  )

  it('is not given out while writing is refused, for it could not be traced; the rest is', async () => {
    const engine = { ...w.program.engine, readOnlyBecause: () => '已停止写入。' }
    const now = (what: ReturnType<typeof reading>) => answer(engine, what, {}, person('a'))
    await expect(now(reading({ sealed: true }))).rejects.toMatchObject({ type: 'unavailable' })
    await expect(now(reading({ sealed: true, refused: 'not-found' }))).rejects.toMatchObject({
      type: 'not-found',
    })
    expect(await left()).toEqual([])
    expect(await now(reading({ sealed: false }))).toEqual({ text: '内容' })
  })
})
