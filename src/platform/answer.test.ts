import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { query } from '#kernel/command.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { anonymous } from '#modules/identity/module.ts'
import { type World, world } from '#testing/world.ts'
import { answer } from './answer.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const reading = (sealed: boolean) =>
  query({
    endpoint: endpoint({
      id: 'test.read',
      title: '查阅',
      method: 'GET',
      path: '/test',
      input: z.object({}),
      output: z.object({ text: z.string() }),
    }),
    allow: [{ role: 'everyone', denial: '' }],
    answer: async () => ({ text: '内容' }),
    traced: () => (sealed ? { type: 'test', id: 'sealed' } : undefined),
  })

it('while writing is refused nothing sealed is read, for the reading could not be traced; the rest is', async () => {
  const size = async () => (await w.trace('sealed')).length
  expect(await answer(w.program.engine, reading(true), {}, anonymous)).toEqual({ text: '内容' })
  expect(await size()).toBe(1)
  const engine = { ...w.program.engine, readOnlyBecause: () => '已停止写入。' }
  await expect(answer(engine, reading(true), {}, anonymous)).rejects.toMatchObject({ type: 'unavailable' })
  expect(await size()).toBe(1)
  expect(await answer(engine, reading(false), {}, anonymous)).toEqual({ text: '内容' })
})
