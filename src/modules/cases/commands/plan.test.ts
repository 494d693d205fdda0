import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerMaterial } from '#modules/materials/contract/materials.ts'
import { nobodyAsks, plannedCase, planSteps, processRecord, startedCase, teamedCase } from '#testing/cases.ts'
import { type World, world } from '#testing/world.ts'
import { showCase } from '../contract/case.ts'
import {
  approvePlan,
  beginDrafting,
  consentMethod,
  listRecords,
  recordStep,
  savePlan,
  start,
  waiveStep,
} from '../contract/plan.ts'

describe('plan and process records', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.close())

  const failed = (problem: { violations: readonly { rule: string; outcome: string }[] }) =>
    problem.violations.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule)

  it('is written by the lead, version by version', async () => {
    const { id } = await teamedCase(w)
    const lead = await w.as('jia-appraiser1')
    const [one, two] = planSteps(w)
    if (!one || !two) throw new Error('the plan has two steps')
    expect(
      (await (await w.as('jia-appraiser2')).refusal(savePlan, { id, version: 0, steps: [one] })).status,
    ).toBe(403)
    expect(failed(await lead.refusal(savePlan, { id, version: 0, steps: [two] }))).toEqual([
      'plan-steps-numbered',
    ])
    expect(
      failed(
        await lead.refusal(savePlan, { id, version: 0, steps: [{ ...one, who: [w.id('jia-appraiser3')] }] }),
      ),
    ).toEqual(['plan-steps-by-the-team'])
    expect(
      failed(await lead.refusal(savePlan, { id, version: 0, steps: [{ ...one, standardNo: '' }] })),
    ).toEqual(['plan-standard-named'])
    expect(
      failed(await lead.refusal(savePlan, { id, version: 0, steps: [{ ...one, questions: [9] }] })),
    ).toEqual(['plan-steps-serve-questions'])
    expect((await lead.call(savePlan, { id, version: 0, steps: [one] })).body.version).toBe(1)
    expect((await lead.refusal(savePlan, { id, version: 0, steps: [one] })).type).toBe(
      '/problems/stale-version',
    )
    expect(
      failed(await (await w.as('jia-head')).refusal(approvePlan, { id }, { reasons: nobodyAsks })),
    ).toEqual(['plan-complete'])
    await lead.call(savePlan, { id, version: 1, steps: [one, two] })
    expect(
      (await (await w.as('jia-head')).refusal(approvePlan, { id, version: 1 }, { reasons: nobodyAsks })).type,
    ).toBe('/problems/stale-version')
  })

  it('needs the consent of the client to a method outside the standards, anew for each version', async () => {
    const { id } = await teamedCase(w)
    const lead = await w.as('jia-appraiser1')
    const steps = planSteps(w).map((step) => ({
      ...step,
      methodTier: 'EXPERT_ACCEPTED' as const,
      standardNo: '',
    }))
    await lead.call(savePlan, { id, version: 0, steps })
    const head = await w.as('jia-head')
    expect(failed(await head.refusal(approvePlan, { id }, { reasons: nobodyAsks }))).toEqual([
      'client-consented-to-method',
    ])
    const court = await w.as('court-officer')
    expect((await court.call(showCase, { id })).body.consentWanted).toMatchObject({
      version: 1,
      steps: [{ no: 1 }, { no: 2 }],
    })
    await court.call(consentMethod, { id, version: 1, note: '同意采用。' })
    await lead.call(savePlan, { id, version: 1, steps })
    expect(failed(await head.refusal(approvePlan, { id }, { reasons: nobodyAsks }))).toEqual([
      'client-consented-to-method',
    ])
    expect((await court.refusal(consentMethod, { id, version: 1, note: '同意采用。' })).type).toBe(
      '/problems/stale-version',
    )
    await court.call(consentMethod, { id, version: 2, note: '同意采用。' })
    await head.call(approvePlan, { id, version: 2 }, { reasons: nobodyAsks })
  })

  it('does not start on material that is neither confirmed nor examined nor identified', async () => {
    const { id } = await plannedCase(w)
    await (await w.as('jia-custodian')).call(registerMaterial, {
      id,
      name: '被诉产品实物（KJ-25型）',
      kind: 'SPECIMEN',
      quantity: '1件',
      condition: 'INTACT_SEALED',
      preservation: '常温，材料室 A-1',
      arrival: 'IN_PERSON',
      providedBy: '演示市知识产权法院',
      receivedAt: w.clock.now().toISOString(),
    })
    const refused = await (await w.as('jia-appraiser1')).refusal(start, { id })
    expect(failed(refused)).toEqual([
      'materials-confirmed',
      'materials-examined',
      'specimen-identity-confirmed',
    ])
    expect(refused.detail).toContain('被诉产品实物')
    expect((await (await w.as('jia-appraiser2')).refusal(start, { id })).status).toBe(403)
  })

  it('is followed by one signed record per step at least, corrected only by a further record', async () => {
    const { id } = await startedCase(w)
    const lead = await w.as('jia-appraiser1')
    const member = await w.as('jia-appraiser2')
    expect(failed(await lead.refusal(recordStep, { id, stepNo: 9, ...processRecord }))).toEqual([
      'step-in-plan',
    ])
    await lead.call(recordStep, { id, stepNo: 1, ...processRecord })
    expect(failed(await lead.refusal(beginDrafting, { id }))).toEqual(['every-step-recorded'])
    expect(
      failed(await member.refusal(recordStep, { id, stepNo: 2, corrects: 1, ...processRecord })),
    ).toEqual(['corrects-an-earlier-record'])
    await member.call(recordStep, {
      id,
      stepNo: 1,
      corrects: 1,
      ...processRecord,
      result: '卡簧外侧为台阶面，高 0.8 mm。',
    })
    const { records } = (await lead.call(listRecords, { id })).body
    expect(records).toMatchObject([
      { no: 1, correctedBy: 2, recordedBy: '陈鉴一' },
      { no: 2, corrects: 1, recordedBy: '吴䶮二' },
    ])
    expect(failed(await lead.refusal(waiveStep, { id, stepNo: 1, reason: '无需实施' }))).toEqual([
      'only-unrecorded-step-waived',
    ])
    await lead.call(waiveStep, { id, stepNo: 2, reason: '委托方撤回第二项事项的比对要求' })
    await lead.call(beginDrafting, { id })
    expect((await lead.call(showCase, { id })).body.state).toBe('DRAFTING')
    expect(await w.fsck()).toEqual([])
  })

  it('is not started twice by two who press at once', async () => {
    const { id } = await plannedCase(w)
    const lead = await w.as('jia-appraiser1')
    const outcomes = await Promise.allSettled([lead.call(start, { id }), lead.call(start, { id })])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await w.trace(id)).filter(({ op }) => op === 'case.start')).toHaveLength(1)
  })
})
