import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listNotices } from '#modules/notices/contract.ts'
import { workQueue } from '#modules/work/contract.ts'
import { type World, world } from '#testing/world.ts'
import { suspendInstitution } from '../contract/institutions.ts'
import {
  appeal,
  grantAppeal,
  grantCorrection,
  grantExit,
  grantRemoval,
  listProceedings,
  proposeCorrection,
  proposeRemoval,
  rejectProceeding,
  requestExit,
  requestRenewal,
  withdrawProceeding,
} from '../contract/proceedings.ts'
import { standingOf } from '../module.ts'
import { entryAsOf, sizeOn } from '../register/as-of.ts'

const DAY = 24 * 3_600_000
const reason = '核查'
const determination = {
  authority: '演示市中级人民法院',
  documentNo: '（2026）演01刑初3号',
  on: '2026-02-20',
  finding: '故意作虚假鉴定',
}

describe('an institution leaves its place in the list', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.close())

  const rules = (problem: { violations: readonly { rule: string }[] }) =>
    problem.violations.map(({ rule }) => rule)
  const state = async (key: 'jia' | 'yi' | 'bing') =>
    (await standingOf(w.program.database.read, w.id(key), { ipType: 'TRADEMARK', on: w.clock.now() })).listed

  it('of its own will, once the national office agrees', async () => {
    const bing = await w.as('bing-admin')
    const { proceedingId } = (await bing.call(requestExit, { id: w.id('bing'), reason: '停业' })).body
    expect(rules(await bing.refusal(requestExit, { id: w.id('bing'), reason }))).toEqual([
      'one-proceeding-of-a-kind',
    ])
    await bing.call(withdrawProceeding, { id: proceedingId, reason: '再考虑' })
    const again = (await bing.call(requestExit, { id: w.id('bing'), reason: '停业' })).body.proceedingId
    expect((await (await w.as('yi-admin')).refusal(grantExit, { id: again, reason })).status).toBe(403)
    const waiting = async (login: string) =>
      (await (await w.as(login)).call(workQueue, {})).body.items.filter(({ kind }) => kind === '名录事项')
    expect(await waiting('cnipa')).toMatchObject([{ title: '主动退出：丙知识产权鉴定研究院' }])
    expect(await waiting('association')).toEqual([])
    const can = await (await (await w.as('cnipa')).raw(`/api/directory-proceedings/${again}/can`)).json()
    expect(Object.keys(can).sort()).toEqual([
      'directory-proceeding.grant-exit',
      'directory-proceeding.reject',
      'directory-proceeding.withdraw',
    ])
    expect((await (await w.as('cnipa')).raw(`/api/directory-proceedings/${w.id('jia')}/can`)).status).toBe(
      404,
    )
    await (await w.as('cnipa')).call(grantExit, { id: again, reason: '同意' })
    expect(await state('bing')).toBe(false)
    const told = (await bing.call(listNotices, {})).body.items.map(({ title }) => title)
    expect(told).toContain('名录事项已批准：主动退出')
    expect((await (await w.as('cnipa')).refusal(grantExit, { id: again, reason })).status).toBe(409)
  })

  it('by removal only with a legal determination, and never decided by who proposed it', async () => {
    const id = w.id('yi')
    const cnipa = await w.as('cnipa')
    expect(rules(await cnipa.refusal(proposeRemoval, { id, reason }))).toEqual([
      'removal-needs-determination',
    ])
    const { proceedingId } = (await cnipa.call(proposeRemoval, { id, reason: '虚假鉴定', determination }))
      .body
    expect(rules(await cnipa.refusal(grantRemoval, { id: proceedingId, reason }))).toEqual([
      'proposer-never-decides',
    ])
    const other = await w.as('cnipa2')
    await other.call(grantRemoval, { id: proceedingId, reason: '事实清楚' })
    expect(await state('yi')).toBe(false)
    const said = await entryAsOf(
      w.program.database.read,
      { day: '2026-03-02', size: 1_000_000, question: 'said' },
      'institution:31-001',
    )
    expect(said?.body).toMatchObject({ state: 'REMOVED', barredUntil: '2029-03-02', reason: '虚假鉴定' })
  })

  it('and comes back where another person upholds its appeal', async () => {
    const yi = await w.as('yi-admin')
    const { proceedingId } = (await yi.call(appeal, { id: w.id('yi'), reason: '判决已被撤销' })).body
    expect(rules(await (await w.as('cnipa2')).refusal(grantAppeal, { id: proceedingId, reason }))).toEqual([
      'appeal-heard-by-another',
    ])
    await (await w.as('cnipa')).call(grantAppeal, { id: proceedingId, reason: '再审改判' })
    expect(await state('yi')).toBe(true)
    expect(rules(await yi.refusal(appeal, { id: w.id('yi'), reason }))).toEqual([
      'appeal-against-adverse-state',
    ])
  })

  it('asks for renewal only where it has a term', async () => {
    const jia = await w.as('jia-admin')
    expect(rules(await jia.refusal(requestRenewal, { id: w.id('jia'), reason }))).toEqual([
      'renewal-in-window',
    ])
  })

  it('is shown to the office, and each institution sees its own requests alone', async () => {
    const all = (await (await w.as('cnipa')).call(listProceedings, {})).body.items
    expect(all.map(({ kind }) => kind).sort()).toEqual(['APPEAL', 'EXIT', 'EXIT', 'REMOVAL'])
    const own = (await (await w.as('bing-admin')).call(listProceedings, {})).body.items
    expect(new Set(own.map(({ institutionId }) => institutionId))).toEqual(new Set([w.id('bing')]))
  })

  it('is corrected for a past period without touching what the list said', async () => {
    w.clock.advance(10 * DAY) // 12 March
    const id = w.id('jia')
    await (await w.as('association')).call(suspendInstitution, { id, reason })
    const cnipa = await w.as('cnipa')
    const period = { from: '2026-03-04', until: '2026-03-08' }
    const named = { corrected: { name: '', address: '实际在别处', telephone: '' } }
    const refused = async (more: object) =>
      rules(await cnipa.refusal(proposeCorrection, { id, reason, ...period, ...named, ...more }))
    expect(await refused({ until: '2026-03-20' })).toEqual(['correction-of-the-past-only'])
    expect(await refused({ from: '2020-01-01' })).toEqual(['correction-of-the-past-only'])
    const { proceedingId } = (await cnipa.call(proposeCorrection, { id, reason, ...period, ...named })).body
    const before = await sizeOn(w.program.database.read, '2026-03-12')
    await (await w.as('cnipa2')).call(grantCorrection, { id: proceedingId, reason: '查实' })
    const read = w.program.database.read
    const at = async (day: string, size: number, question: 'said' | 'true') =>
      (await entryAsOf(read, { day, size, question }, 'institution:44-001'))?.body
    const now = before + 1000
    expect(await at('2026-03-05', await sizeOn(read, '2026-03-05'), 'said')).not.toMatchObject({
      address: '实际在别处',
    })
    expect(await at('2026-03-05', before, 'true')).not.toMatchObject({ address: '实际在别处' })
    expect(await at('2026-03-05', now, 'true')).toMatchObject({ address: '实际在别处', state: 'LISTED' })
    expect(await at('2026-03-08', now, 'true')).not.toMatchObject({ address: '实际在别处' })
    expect(await at('2026-03-12', now, 'said')).toMatchObject({ state: 'SUSPENDED' })
    expect((await cnipa.refusal(rejectProceeding, { id: proceedingId, reason })).status).toBe(409)
    expect(await w.fsck()).toEqual([])
  })
})
