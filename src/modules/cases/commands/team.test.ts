import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerAppraiser } from '#modules/directory/contract/institutions.ts'
import { changePassword, createAccount, openSession } from '#modules/identity/contract.ts'
import {
  concludedCase,
  everyParty,
  nobodyAsks,
  noConflicts,
  plannedCase,
  planSteps,
  processRecord,
  startedCase,
  teamedCase,
} from '#testing/cases.ts'
import { password } from '#testing/cast.ts'
import { type World, world } from '#testing/world.ts'
import { showCase } from '../contract/case.ts'
import { approvePlan, beginDrafting, recordStep, savePlan, showPlan } from '../contract/plan.ts'
import {
  applyRecusal,
  assignIssuer,
  assignReviewer,
  decideRecusal,
  nominateAppraiser,
  replaceMember,
  serveRecusalNotice,
  showTeam,
  signCommitment,
} from '../contract/team.ts'

/** A fourth appraiser of institution jia, qualified for utility models. */
async function newAppraiser(w: World): Promise<string> {
  const login = 'jia-appraiser4'
  const account = {
    organisationId: w.id('jia'),
    login,
    name: '何鉴四',
    title: '高级工程师',
    roles: ['APPRAISER' as const],
  }
  const { accountId, initialPassword } = (await (await w.as('admin')).call(createAccount, account)).body
  const own = w.anonymous()
  await own.call(openSession, { login, password: initialPassword })
  await own.call(changePassword, { current: initialPassword, password })
  await (await w.as('jia-admin')).call(registerAppraiser, {
    accountId,
    fields: [{ ipType: 'PATENT_UTILITY_MODEL' }],
  })
  return accountId
}

describe('the team of a case', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.close())

  const failed = (problem: { violations: readonly { rule: string; outcome: string }[] }) =>
    problem.violations.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule)

  it('takes only appraisers who are qualified today, with their qualification frozen', async () => {
    const { id } = await concludedCase(w)
    const admin = await w.as('jia-admin')
    const outOfField = await admin.refusal(nominateAppraiser, { id, accountId: w.id('jia-appraiser3') })
    expect(failed(outOfField)).toEqual(['appraiser-qualified'])
    expect(outOfField.detail).toContain('登记的专业不含实用新型专利')
    const stranger = await admin.refusal(nominateAppraiser, { id, accountId: w.id('yi-appraiser1') })
    expect(failed(stranger)).toEqual(['appraiser-of-this-institution', 'appraiser-qualified'])
    const head = await admin.refusal(nominateAppraiser, { id, accountId: w.id('jia-head') })
    expect(failed(head)).toContain('appraiser-apart-from-deciders')
    await admin.call(nominateAppraiser, { id, accountId: w.id('jia-appraiser1'), lead: true })
    expect(failed(await admin.refusal(nominateAppraiser, { id, accountId: w.id('jia-appraiser1') }))).toEqual(
      ['appraiser-not-yet-member'],
    )
    const { body } = await admin.call(showTeam, { id })
    expect(body.members).toMatchObject([{ name: '陈鉴一', lead: true, title: '研究员', commitment: null }])
    expect(body.members[0]?.practiceNo).not.toBe('')
    expect(body.candidates.appraisers.map(({ name, qualified }) => [name, qualified])).toEqual(
      expect.arrayContaining([
        ['郑鉴三', false],
        ['陈鉴一', true],
      ]),
    )
    expect(
      (await (await w.as('jia-intake')).refusal(nominateAppraiser, { id, accountId: w.id('jia-appraiser2') }))
        .status,
    ).toBe(403)
    expect((await w.trace(id)).at(-1)).toMatchObject({ op: 'attempt.refused' })
  })

  it('keeps appraisers, reviewers and issuer apart', async () => {
    const { id } = await concludedCase(w)
    const admin = await w.as('jia-admin')
    await admin.call(nominateAppraiser, { id, accountId: w.id('jia-appraiser1') })
    const own = await admin.refusal(assignReviewer, { id, accountIds: [w.id('jia-appraiser1')] })
    expect(failed(own)).toEqual(['reviewer-of-this-institution', 'reviewer-apart'])
    expect(failed(await admin.refusal(assignIssuer, { id, accountId: w.id('jia-reviewer') }))).toEqual([
      'issuer-apart',
    ])
    await admin.call(assignReviewer, { id, accountIds: [w.id('jia-reviewer')] })
    await admin.call(assignIssuer, { id, accountId: w.id('jia-issuer') })
    const { body } = await admin.call(showTeam, { id })
    expect(body).toMatchObject({ reviewers: [{ name: '冯复核' }], issuer: { name: '褚签发' } })
  })

  it('asks for three reviewers of a complex matter, or a written reason', async () => {
    const { id } = await concludedCase(w, { urgency: 'COMPLEX' })
    const admin = await w.as('jia-admin')
    const accountIds = [w.id('jia-reviewer')]
    const refused = await admin.refusal(assignReviewer, { id, accountIds })
    expect(refused.violations.find(({ outcome }) => outcome === 'warn')).toMatchObject({
      rule: 'enough-reviewers',
    })
    await admin.call(
      assignReviewer,
      { id, accountIds },
      { reasons: { 'enough-reviewers': '本机构仅有一名复核人。' } },
    )
  })

  it('lets each sign for himself alone, once, and only without conflict', async () => {
    const { id } = await concludedCase(w)
    const admin = await w.as('jia-admin')
    await admin.call(nominateAppraiser, { id, accountId: w.id('jia-appraiser1') })
    const own = await w.as('jia-appraiser1')
    const conflicted = await own.refusal(signCommitment, {
      id,
      conflicts: { ...noConflicts, INTEREST: true as unknown as false }, // what a form with a yes would send
    })
    expect(conflicted).toMatchObject({ status: 400, issues: [{ path: 'conflicts.INTEREST' }] })
    expect(
      (await (await w.as('jia-appraiser2')).refusal(signCommitment, { id, conflicts: noConflicts })).status,
    ).toBe(404)
    await own.call(signCommitment, { id, conflicts: noConflicts })
    expect(failed(await own.refusal(signCommitment, { id, conflicts: noConflicts }))).toEqual([
      'commitment-not-yet-signed',
    ])
  })

  it('is told to every party before the plan, and again when it changes', async () => {
    const { id } = await concludedCase(w)
    const admin = await w.as('jia-admin')
    await admin.call(nominateAppraiser, { id, accountId: w.id('jia-appraiser1'), lead: true })
    expect(failed(await admin.refusal(serveRecusalNotice, { id, served: [...everyParty] }))).toEqual([
      'enough-appraisers',
    ])
    await admin.call(nominateAppraiser, { id, accountId: w.id('jia-appraiser2') })
    const incomplete = await admin.refusal(serveRecusalNotice, { id, served: everyParty.slice(0, 1) })
    expect(incomplete.detail).toContain('演示五金制品厂')
    expect((await admin.call(serveRecusalNotice, { id, served: [...everyParty] })).body.endsOn).toBe(
      '2026-03-05',
    )
  })

  it('waits for an application for recusal, and then for the successor of whom it removed', async () => {
    const { id } = await teamedCase(w)
    await (await w.as('jia-appraiser1')).call(savePlan, { id, version: 0, steps: planSteps(w) })
    const court = await w.as('court-officer')
    const target = { id, accountId: w.id('jia-appraiser2'), facts: '该鉴定人曾为原告提供过咨询意见。' }
    expect(failed(await court.refusal(applyRecusal, { ...target, ground: 'INSTITUTION_IS_PARTY' }))).toEqual([
      'recusal-ground-fits-target',
    ])
    const { recusalId } = (await court.call(applyRecusal, { ...target, ground: 'SAME_MATTER' })).body
    const head = await w.as('jia-head')
    const reasons = nobodyAsks
    expect(failed(await head.refusal(approvePlan, { id }, { reasons }))).toEqual(['no-open-recusal'])
    await head.call(decideRecusal, { id, recusalId, granted: true, decision: '经查属实，准许回避。' })
    expect(
      failed(await head.refusal(decideRecusal, { id, recusalId, granted: false, decision: '再次决定' })),
    ).toEqual(['recusal-is-open'])
    expect(failed(await head.refusal(approvePlan, { id }, { reasons }))).toEqual(['recused-have-left'])
  })

  it('replaces a member who leaves, with his steps, and the new one is not at work before he commits', async () => {
    const { id } = await startedCase(w, { ipType: 'PATENT_UTILITY_MODEL' })
    const admin = await w.as('jia-admin')
    const leaving = { id, accountId: w.id('jia-appraiser2'), reason: '调离本机构' }
    const wrong = await admin.refusal(replaceMember, { ...leaving, successorId: w.id('jia-appraiser3') })
    expect(failed(wrong)).toEqual(['appraiser-qualified'])
    const successorId = await newAppraiser(w)
    expect(
      (await (await w.as('jia-appraiser2')).refusal(replaceMember, { ...leaving, successorId })).status,
    ).toBe(403)
    await admin.call(replaceMember, { ...leaving, successorId })
    const { members, notices } = (await admin.call(showTeam, { id })).body
    expect(
      members.map(({ name, leftBecause, commitment }) => [name, leftBecause, commitment !== null]),
    ).toEqual([
      ['陈鉴一', null, true],
      ['吴䶮二', '调离本机构', true],
      ['何鉴四', null, false],
    ])
    expect(notices.at(-1)?.coversPresentTeam).toBe(false)
    expect((await admin.call(showPlan, { id })).body.steps[1]?.whoNames).toEqual(['陈鉴一', '何鉴四'])
    const lead = await w.as('jia-appraiser1')
    for (const stepNo of [1, 2]) await lead.call(recordStep, { id, stepNo, ...processRecord })
    expect(failed(await lead.refusal(beginDrafting, { id }))).toEqual(['commitments-signed'])
    await (await w.as('jia-appraiser4')).call(signCommitment, { id, conflicts: noConflicts })
    await lead.call(beginDrafting, { id })
    const entry = (await w.trace(id)).find(({ op }) => op === 'case.replace-member')
    expect(entry?.fields).toMatchObject({ input: leaving, by: { name: '李管理' } })
    expect(
      (await (await w.as('jia-appraiser2')).refusal(recordStep, { id, stepNo: 1, ...processRecord })).status,
    ).toBe(404)
  })

  it('says everything that stands against a plan at once', async () => {
    const { id } = await concludedCase(w)
    const refused = await (await w.as('jia-head')).refusal(approvePlan, { id })
    expect(failed(refused)).toEqual([
      'enough-appraisers',
      'lead-named',
      'recusal-notice-served',
      'plan-complete',
    ])
  })

  it('is seen in a case limited to persons only by head, administrator and those assigned', async () => {
    const { id } = await plannedCase(w, { confidentiality: 'RESTRICTED_PERSONS' })
    for (const who of [
      'jia-head',
      'jia-admin',
      'jia-appraiser1',
      'jia-reviewer',
      'jia-issuer',
      'court-officer',
    ])
      expect((await (await w.as(who)).call(showCase, { id })).status, who).toBe(200)
    for (const who of ['jia-appraiser3', 'jia-intake', 'jia-archivist'])
      expect((await (await w.as(who)).refusal(showCase, { id })).status, who).toBe(404)
  })

  it('works and records; nobody else does', async () => {
    const { id } = await plannedCase(w)
    const record = {
      id,
      stepNo: 1,
      method: '目视',
      done: '拆解并拍照',
      result: '台阶面',
      place: '一号检验室',
      present: ['陈鉴一'],
    }
    expect((await (await w.as('jia-appraiser1')).refusal(recordStep, record)).type).toBe(
      '/problems/wrong-state',
    )
    expect((await (await w.as('jia-reviewer')).refusal(recordStep, record)).status).toBe(403)
    expect(await w.fsck()).toEqual([])
  })
})
