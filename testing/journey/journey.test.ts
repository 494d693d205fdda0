import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { password } from '../cast.ts'
import { type World, world } from '../world.ts'
import { readCaseFile, UnplayableCase } from './case-file.ts'
import { matterOf, type Stage } from './stage.ts'
import { playJourney } from './whole.ts'

const cases = join(import.meta.dirname, '../../../shared/cases')
const patents = join(cases, 'patent')
const here = existsSync(patents)

describe.skipIf(!here)(
  'every patent case that is here (skipped where ../shared/cases is absent: data not here)',
  () => {
    let w: World
    beforeAll(async () => {
      w = await world()
    })
    afterAll(() => w.close())

    it.each(here ? readdirSync(patents) : [])('%s is played from commission to delivery', async (name) => {
      const told: string[] = []
      const stage: Stage = {
        as: w.as,
        id: w.id,
        password: () => password,
        now: w.clock.now,
        pass: (hours) => w.clock.advance(hours * 3_600_000),
        settle: w.program.settle,
        say: (deed) => told.push(deed),
      }
      const matter = matterOf(await readCaseFile(join(patents, name)))
      await playJourney(stage, matter)
      expect(told.length).toBeGreaterThan(30)
    })

    it('leaves log and tables in agreement', async () => {
      expect(await w.fsck()).toEqual([])
    })

    it('says what kinds it cannot play', async () => {
      const other = join(cases, 'trademark')
      const [first = ''] = readdirSync(other)
      await expect(readCaseFile(join(other, first))).rejects.toThrow(UnplayableCase)
    })
  },
)
