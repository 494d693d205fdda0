import { afterAll, beforeAll, expect, it } from 'vitest'
import { listCases } from '#modules/cases/contract/case.ts'
import { list } from '#modules/commissions/contract/endpoints.ts'
import { acceptedCase } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'

const MANY = 53
let w: World

beforeAll(async () => {
  w = await world()
  for (let n = 0; n < MANY; n += 1) {
    await acceptedCase(w, { title: n === 7 ? '密封率 50%_a 比对' : `快速接头第${n}款 ABC 比对` })
    // several in one instant: the order then rests on the id
    if (n % 4 === 0) w.clock.advance(60_000)
  }
}, 180_000)
afterAll(() => w?.close())

it.each([
  ['commissions', list],
  ['cases', listCases],
] as const)('the list of %s past its first page shows each once, newest first', async (_, endpoint) => {
  const court = await w.as('court-officer')
  const { body: first } = await court.call(endpoint, {})
  expect(first.items).toHaveLength(50)
  expect(first).toMatchObject({ total: MANY, totalCapped: false })
  const { body: second } = await court.call(endpoint, { cursor: first.next ?? '' })
  expect(second.items).toHaveLength(MANY - 50)
  expect(second).toMatchObject({ next: null, total: MANY })
  const shown = [...first.items, ...second.items]
  expect(new Set(shown.map(({ id }) => id)).size).toBe(MANY)
  const times = shown.map((row) => ('openedAt' in row ? row.openedAt : row.submittedAt))
  expect(times).toEqual(times.toSorted().toReversed())
})

it.each([
  ['commissions', list],
  ['cases', listCases],
] as const)('a search of %s takes no sign for a wildcard and no letter by its size', async (_, endpoint) => {
  const court = await w.as('court-officer')
  const found = async (search: string) => (await court.call(endpoint, { search })).body.total
  expect(await found('50%_A')).toBe(1)
  expect(await found('%_')).toBe(1)
  expect(await found('快速%比对')).toBe(0)
  expect(await found('abc')).toBe(MANY - 1)
  expect(await found('\\')).toBe(0)
})
