import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCases, showCase } from '#modules/cases/contract/case.ts'
import { openFile } from '#modules/materials/contract/files.ts'
import { listNotices } from '#modules/notices/contract.ts'
import { showDraft } from '#modules/opinions/contract/draft.ts'
import { matterTrace } from '#modules/trace/contract.ts'
import { workQueue } from '#modules/work/contract.ts'
import { password } from '../cast.ts'
import { type World, world } from '../world.ts'
import { madeUpCase } from './made-up-cases.ts'
import { matterOf, type Stage } from './stage.ts'
import { playJourney } from './whole.ts'

const outside = ['jia-appraiser3', 'jia-assistant', 'yi-head', 'yi-archivist', 'agency-officer', 'admin']

describe('a case limited to named persons', () => {
  let w: World
  const told: string[] = []
  const matter = matterOf(madeUpCase(1), 'court-officer', true)

  beforeAll(async () => {
    w = await world()
    const stage: Stage = {
      as: w.as,
      id: w.id,
      password: () => password,
      now: w.clock.now,
      pass: (hours) => w.clock.advance(hours * 3_600_000),
      settle: w.program.settle,
      say: (deed) => told.push(deed),
    }
    await playJourney(stage, matter)
  }, 120_000)
  afterAll(() => w?.close())

  it('is played from commission to delivery and leaves log and tables in agreement', async () => {
    expect(told.filter((deed) => deed === '签署保密承诺')).toHaveLength(7)
    expect(told.at(-1)).toBe('委托方签收')
    const { body } = await (await w.as('jia-head')).call(showCase, { id: matter.id })
    expect(body).toMatchObject({ state: 'DELIVERED', confidentiality: 'RESTRICTED_PERSONS' })
    expect(body.people.filter(({ duty }) => duty === '经办人员')).toHaveLength(3)
    expect(await w.fsck()).toEqual([])
  }, 60_000)

  it.each(outside)('never existed for %s', async (login) => {
    const by = await w.as(login)
    for (const refused of [
      await by.refusal(showCase, { id: matter.id }),
      await by.refusal(matterTrace, { id: matter.id }),
      await by.refusal(openFile, { id: matter.files.evidence }),
    ])
      expect(refused.status).toBe(404)
    const shown = [
      (await by.call(listCases, {})).body,
      (await by.call(workQueue, {})).body,
      (await by.call(listNotices, {})).body,
    ]
    expect(JSON.stringify(shown)).not.toContain(matter.id)
  })

  it('opens its material to who promised secrecy, its draft not to those let in for the desk', async () => {
    const raw = async (login: string) =>
      (await (await w.as(login)).raw(`/api/files/${matter.files.evidence}/content`)).status
    for (const login of ['jia-custodian', 'jia-appraiser1', 'jia-reviewer', 'court-officer'])
      expect(await raw(login), login).toBe(200)
    // he knows the case by his office, but has promised nothing
    expect(await raw('jia-head')).toBe(422)
    const draft = async (login: string) =>
      (await (await w.as(login)).raw(`/api${showDraft.path.replace(':id', matter.id)}`)).status
    expect(await draft('jia-custodian')).toBe(404)
    expect(await draft('jia-reviewer')).toBe(200)
  })
})
