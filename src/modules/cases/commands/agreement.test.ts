import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptedCase } from '#testing/matters.ts'
import { type World, world } from '#testing/world.ts'
import { concludeAgreement, recordFee, showAgreement, signAgreement } from '../contract/agreement.ts'
import { showCase } from '../contract/case.ts'
import { withdraw } from '../contract/clock.ts'

describe('the agreement', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.close())

  const violated = (problem: { violations: readonly { rule: string }[] }) =>
    problem.violations.map(({ rule }) => rule)

  it('takes effect only when both sides are bound and the fee is settled', async () => {
    const { id } = await acceptedCase(w)
    const intake = await w.as('jia-intake')
    const refused = await intake.refusal(concludeAgreement, { id })
    expect(refused.status).toBe(422)
    expect(violated(refused)).toContain('agreement-signed-by-both-sides')
    expect(
      refused.violations.filter(({ outcome }) => outcome === 'fail').map(({ rule, brief }) => [rule, brief]),
    ).toEqual([
      ['agreement-signed-by-both-sides', 'A-09'],
      ['fee-settled', 'A-08'],
    ])
    await (await w.as('jia-head')).call(signAgreement, { id })
    const noReceipt = await intake.refusal(recordFee, { id, outcome: 'PREPAID', amountFen: 100 })
    expect(violated(noReceipt)).toEqual(['fee-evidenced'])
    await intake.call(recordFee, { id, outcome: 'WAIVED', reason: '法院决定由败诉方负担' })
    const { body } = await intake.call(concludeAgreement, { id })
    // 2026-03-02 is a Monday; Qingming 4–6 April is a holiday: 30 working days later is 14 April
    expect(body).toEqual({
      state: 'TEAM_FORMING',
      startedOn: '2026-03-02',
      limit: 30,
      due: '2026-04-14',
      provisional: false,
    })
    const [entry] = (await w.trace(id)).filter(({ op }) => op === 'case.conclude-agreement')
    expect(entry?.fields).toMatchObject({ startedOn: '2026-03-02', due: '2026-04-14', to: 'TEAM_FORMING' })
    expect((await intake.refusal(concludeAgreement, { id })).type).toBe('/problems/wrong-state')
  })

  it('is signed once by each side, and only as it was read', async () => {
    const { id } = await acceptedCase(w)
    const head = await w.as('jia-head')
    const other = await head.refusal(signAgreement, { id, textSha256: '0'.repeat(64) })
    expect(violated(other)).toEqual(['agreement-text-is-the-one-read'])
    const { textSha256 } = (await head.call(showAgreement, { id })).body
    await head.call(signAgreement, { id, textSha256 })
    expect(violated(await head.refusal(signAgreement, { id }))).toContain('agreement-not-signed-twice')
    await (await w.as('court-officer')).call(signAgreement, { id, textSha256 })
    expect((await (await w.as('jia-admin')).refusal(signAgreement, { id })).status).toBe(403)
  })

  it('of two who conclude at once one wins and the other is told', async () => {
    const { id } = await acceptedCase(w)
    await (await w.as('jia-head')).call(signAgreement, { id })
    const [intake, admin] = [await w.as('jia-intake'), await w.as('jia-admin')]
    await intake.call(recordFee, { id, outcome: 'PREPAID', amountFen: 100, receiptNo: '1' })
    const outcomes = await Promise.allSettled([
      intake.call(concludeAgreement, { id }),
      admin.call(concludeAgreement, { id }),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find((each) => each.status === 'rejected')
    expect(lost?.reason.problem).toMatchObject({ type: '/problems/wrong-state', status: 409 })
    expect((await w.trace(id)).filter(({ op }) => op === 'case.conclude-agreement')).toHaveLength(1)
  })

  it('warns where a civil court agreed on more than the rules allow, and keeps the reason', async () => {
    const { id } = await acceptedCase(w, { agreedWorkingDays: 45 })
    await (await w.as('jia-head')).call(signAgreement, { id })
    const intake = await w.as('jia-intake')
    await intake.call(recordFee, { id, outcome: 'PREPAID', amountFen: 100, receiptNo: '1' })
    expect(violated(await intake.refusal(concludeAgreement, { id }))).toEqual(['court-limit-not-exceeded'])
    const reasons = { 'court-limit-not-exceeded': '法院委托书明确要求四十五个工作日。' }
    expect((await intake.call(concludeAgreement, { id }, { reasons })).body.limit).toBe(45)
  })

  it('may be left by the client before the plan is settled', async () => {
    const { id } = await acceptedCase(w)
    expect((await (await w.as('jia-admin')).refusal(withdraw, { id, reason: '不再需要鉴定' })).status).toBe(
      403,
    )
    await (await w.as('court-officer')).call(withdraw, { id, reason: '当事人已经和解' })
    const { body } = await (await w.as('jia-admin')).call(showCase, { id })
    expect(body).toMatchObject({
      state: 'WITHDRAWN',
      ending: { kind: 'WITHDRAWN', reason: '当事人已经和解' },
    })
    expect(await w.fsck()).toEqual([])
  })
})
