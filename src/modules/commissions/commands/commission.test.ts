import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '#testing/world.ts'

describe('a world', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.close())

  it('is sound from the start', async () => {
    expect(await w.fsck()).toEqual([])
  })
})
