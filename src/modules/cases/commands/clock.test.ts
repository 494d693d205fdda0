import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workQueue } from '#modules/work/contract.ts'
import { concludedCase, startedCase } from '#testing/cases.ts'
import { type World, world } from '#testing/world.ts'
import { showCase } from '../contract/case.ts'
import {
  approveExtension,
  extend,
  requestExtension,
  resume,
  showClock,
  suspend,
  terminate,
} from '../contract/clock.ts'

const day = 24 * 3_600_000

describe('the clock of a case', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.close())

  const asked = { days: 10, reason: 'LONG_TEST', explanation: '盐雾试验需要十个工作日' } as const

  it('stands while the case is suspended and says why it is due when', async () => {
    const { id } = await startedCase(w)
    const head = await w.as('jia-head')
    const ground = { ground: 'SPECIAL_TEST', reason: '等待盐雾试验结果' } as const
    const early = await head.refusal(suspend, { id, ...ground, expectedEnd: '2026-03-02' })
    expect(early.violations.map(({ rule }) => rule)).toEqual(['end-of-suspension-ahead'])
    await head.call(suspend, { id, ...ground, expectedEnd: '2026-03-09' })
    const standing = (await head.call(showClock, { id })).body
    expect(standing).toMatchObject({ running: 'suspended', due: null, workingDaysLeft: 30 })
    w.clock.advance(7 * day)
    await (await w.as('jia-head')).call(resume, { id, note: '试验结果已取得' })
    const { body } = await (await w.as('court-officer')).call(showClock, { id })
    // 3 to 6 March were lost (the first day never counts), so that 14 April became 20 April
    expect(body).toMatchObject({ running: 'running', due: '2026-04-20', total: 30, provisional: false })
    expect(body.lines.join('\n')).toContain('期间4个工作日不计')
    expect(body.lines.join('\n')).toContain('清明节')
    expect(body.suspensions).toMatchObject([
      { no: 1, from: '2026-03-02', until: '2026-03-09', note: '试验结果已取得' },
    ])
    const ops = (await w.trace(id)).map(({ op }) => op)
    expect(ops.slice(-2)).toEqual(['case.suspend', 'case.resume'])
    const told = await w.program.database.read
      .selectFrom('notice')
      .select('document')
      .where('matter', '=', id)
      .where('organisation_id', '=', w.id('court'))
      .execute()
    expect(told.map(({ document }) => document)).toEqual(expect.arrayContaining(['suspension', 'resumption']))
  })

  it('is extended in a civil court case by the court alone', async () => {
    const { id } = await concludedCase(w)
    const head = await w.as('jia-head')
    const refused = await head.refusal(extend, { id, ...asked })
    expect(refused.violations.find(({ outcome }) => outcome === 'fail')).toMatchObject({
      rule: 'court-decides-extension',
      brief: 'K-02',
      basis: ['法〔2020〕202号#第13条'],
    })
    const court = await w.as('court-officer')
    expect((await court.refusal(approveExtension, { id, note: '同意' })).status).toBe(422)
    const before = (await court.call(showClock, { id })).body
    await head.call(requestExtension, { id, ...asked })
    expect((await court.call(showClock, { id })).body.due).toBe(before.due)
    const waiting = await w.as('court-officer')
    expect((await waiting.call(showClock, { id })).body.extensions).toMatchObject([
      { state: 'REQUESTED', days: 10 },
    ])
    expect((await head.refusal(requestExtension, { id, ...asked })).status).toBe(422)
    expect((await head.refusal(approveExtension, { id, note: '自己同意' })).status).toBe(403)
    const { body } = await court.call(approveExtension, { id, note: '同意延长' })
    expect(body.due && before.due && body.due > before.due).toBe(true)
    expect((await court.call(showClock, { id })).body).toMatchObject({
      total: 40,
      extensions: [{ state: 'APPROVED' }],
    })
  })

  it('is extended elsewhere by the head, once and not too far', async () => {
    const { id } = await concludedCase(w, { entrustingType: 'COURT_ADMINISTRATIVE' })
    const head = await w.as('jia-head')
    expect((await head.refusal(requestExtension, { id, ...asked })).status).toBe(422)
    const far = await head.refusal(extend, { id, ...asked, days: 31 })
    expect(far.violations.filter(({ outcome }) => outcome === 'fail')).toMatchObject([
      { rule: 'extension-within-maximum', field: 'days' },
    ])
    await head.call(extend, { id, ...asked })
    const again = await head.refusal(extend, { id, ...asked })
    expect(again.violations.filter(({ outcome }) => outcome === 'fail')).toMatchObject([
      { rule: 'extended-within-count' },
    ])
    expect((await (await w.as('jia-admin')).refusal(extend, { id, ...asked })).status).toBe(403)
  })

  it('warns as the day comes near and counts what is overdue', async () => {
    const { id } = await concludedCase(w)
    const read = async () => (await (await w.as('jia-head')).call(showClock, { id })).body
    const { due } = await read()
    const toDue = Date.parse(`${due}T01:00:00Z`) - w.clock.now().getTime()
    expect((await read()).warn).toBeNull()
    w.clock.advance(toDue - day)
    expect(await read()).toMatchObject({ workingDaysLeft: 1, warn: 1 })
    w.clock.advance(2 * day)
    expect(await read()).toMatchObject({ workingDaysLeft: -1, warn: 'overdue' })
  })

  it('is provisional where it runs into a year without an official calendar', async () => {
    w.clock.set(new Date('2026-12-21T01:00:00Z'))
    const { id } = await concludedCase(w)
    const { body } = await (await w.as('jia-head')).call(showClock, { id })
    expect(body.provisional).toBe(true)
    expect(body.lines.join('\n')).toContain('暂定')
  })

  it('ends when the head terminates on a coded ground, with materials and fee settled in writing', async () => {
    const { id } = await concludedCase(w)
    const ending = {
      ground: 'FEE_REFUSED',
      reason: '经两次催告，交纳人仍拒绝支付鉴定费用。',
      materialReturn: '检材一件当面退还法院',
      feeSettlement: '未收费，无需退费',
    } as const
    expect((await (await w.as('jia-admin')).refusal(terminate, { id, ...ending })).status).toBe(403)
    await (await w.as('jia-head')).call(terminate, { id, ...ending })
    const { body } = await (await w.as('court-officer')).call(showCase, { id })
    expect(body).toMatchObject({
      state: 'TERMINATED',
      ending: { ground: 'FEE_REFUSED' },
      clock: { running: 'ended' },
    })
    expect(await w.fsck()).toEqual([])
  })

  it('tells each what waits for him', async () => {
    const { id } = await concludedCase(w)
    const of = async (login: string) =>
      (await (await w.as(login)).call(workQueue, {})).body.items
        .filter(({ link }) => link.startsWith(`/cases/${id}`))
        .map(({ kind, link }) => [kind, link.slice(`/cases/${id}`.length)])
    expect(await of('jia-admin')).toEqual([['组建鉴定组', '/team']])
    expect(await of('court-officer')).toEqual([])
    expect(await of('yi-admin')).toEqual([])
    await (await w.as('jia-head')).call(requestExtension, { id, ...asked })
    expect(await of('court-officer')).toEqual([['决定延长申请', '/agreement']])
  })
})
