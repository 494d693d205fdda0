import { expect, it } from 'vitest'
import { cursor } from './cursor.ts'

const id = '0198ffff-0000-7000-8000-00000000ffff'

it('goes on from a row that a list has handed out', () => {
  const handedOut = `${new Date(1_772_000_000_000).toISOString()}~${id}`
  expect(cursor.parse(handedOut)).toBe(handedOut)
})

it.each([
  'a~b',
  '',
  `2026-02-30T00:00:00.000Z~${id}`,
  `0000-01-01T00:00:00.000Z~${id}`,
  '2026-03-02T06:05:00.000Z',
  `2026-03-02T06:05:00.000Z~${id}~${id}`,
])('does not go on from %s, which the database could not read', (text) => {
  expect(cursor.safeParse(text).success).toBe(false)
})
