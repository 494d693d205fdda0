import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftingCase } from '#testing/cases.ts'
import { type World, world } from '#testing/world.ts'
import { showAgreement } from '../contract/agreement.ts'
import { listCases, showCase } from '../contract/case.ts'
import { listRecords, showPlan } from '../contract/plan.ts'
import { showTeam } from '../contract/team.ts'
import { caseForOpinion } from '../reading/case-for-opinion.ts'

describe('a case from acceptance to drafting', () => {
  let w: World
  let id: string
  beforeAll(async () => {
    w = await world()
    id = (await draftingCase(w)).id
  })
  afterAll(() => w.close())

  it('leaves one trace entry per deed, with every move of its state', async () => {
    const entries = await w.trace(id)
    const deeds = entries.map(({ op, fields }) => [op, fields.from ?? null, fields.to ?? null])
    expect(deeds.filter(([op]) => String(op).startsWith('case.'))).toEqual([
      ['case.sign-agreement', 'ACCEPTED', 'ACCEPTED'],
      ['case.record-fee', 'ACCEPTED', 'ACCEPTED'],
      ['case.conclude-agreement', 'ACCEPTED', 'TEAM_FORMING'],
      ['case.nominate-appraiser', 'TEAM_FORMING', 'TEAM_FORMING'],
      ['case.nominate-appraiser', 'TEAM_FORMING', 'TEAM_FORMING'],
      ['case.name-lead', 'TEAM_FORMING', 'TEAM_FORMING'],
      ['case.assign-reviewer', 'TEAM_FORMING', 'TEAM_FORMING'],
      ['case.assign-issuer', 'TEAM_FORMING', 'TEAM_FORMING'],
      ['case.sign-commitment', 'TEAM_FORMING', 'TEAM_FORMING'],
      ['case.sign-commitment', 'TEAM_FORMING', 'TEAM_FORMING'],
      ['case.serve-recusal-notice', 'TEAM_FORMING', 'TEAM_FORMING'],
      ['case.save-plan', 'TEAM_FORMING', 'TEAM_FORMING'],
      ['case.approve-plan', 'TEAM_FORMING', 'PLANNED'],
      ['case.start', 'PLANNED', 'IN_PROGRESS'],
      ['case.record-step', 'IN_PROGRESS', 'IN_PROGRESS'],
      ['case.record-step', 'IN_PROGRESS', 'IN_PROGRESS'],
      ['case.begin-drafting', 'IN_PROGRESS', 'DRAFTING'],
    ])
  })

  it('agrees with the log', async () => {
    expect(await w.fsck()).toEqual([])
  })

  it('shows its page to both sides and to nobody else', async () => {
    const { body } = await (await w.as('court-officer')).call(showCase, { id })
    expect(body).toMatchObject({ state: 'DRAFTING', lead: '陈鉴一', duties: [], unilateral: false })
    expect(body.people.map(({ duty }) => duty)).toEqual([
      '委托方经办人',
      '主鉴定人',
      '鉴定人',
      '复核人',
      '签发人',
    ])
    expect((await (await w.as('jia-appraiser1')).call(showCase, { id })).body.duties).toEqual([
      'lead',
      'member',
    ])
    expect((await (await w.as('auditor')).call(showCase, { id })).body.id).toBe(id)
    for (const stranger of ['yi-head', 'agency-officer', 'party', 'cnipa', 'admin'])
      expect((await (await w.as(stranger)).refusal(showCase, { id })).status, stranger).toBe(404)
  })

  it('is found in the list by title, code and case number, and is counted only for those who see it', async () => {
    const court = await w.as('court-officer')
    for (const search of ['快速锁紧', '粤73知民初118', undefined]) {
      const { body } = await court.call(listCases, { ...(search ? { search } : {}) })
      expect(body).toMatchObject({ total: 1, totalCapped: false, items: [{ id, state: 'DRAFTING' }] })
    }
    expect((await court.call(listCases, { search: '没有这个' })).body.items).toEqual([])
    expect((await court.call(listCases, { state: 'ACCEPTED' })).body.total).toBe(0)
    expect((await (await w.as('yi-head')).call(listCases, {})).body.total).toBe(0)
    expect((await (await w.as('jia-appraiser3')).call(listCases, { mine: 'true' })).body.total).toBe(0)
    expect((await (await w.as('jia-reviewer')).call(listCases, { mine: 'true' })).body.total).toBe(1)
  })

  it('shows agreement, team, plan and records', async () => {
    const reader = await w.as('jia-admin')
    const agreement = (await reader.call(showAgreement, { id })).body
    expect(agreement.signatures.map(({ side, kind }) => [side, kind])).toEqual([
      ['ENTRUSTING', 'LETTER'],
      ['INSTITUTION', 'SIGNED'],
    ])
    expect(agreement.sections.map(({ heading }) => heading)).toEqual([
      '双方与案件',
      '鉴定事项、用途和要求',
      '鉴定期限',
      '基本案情',
      '鉴定材料的提供、保管和退还',
      '鉴定费用',
      '风险提示',
      '回避',
      '意见书的送达',
      '双方的权利和义务',
    ])
    const team = (await reader.call(showTeam, { id })).body
    expect(team.members.map(({ name, lead }) => [name, lead])).toEqual([
      ['陈鉴一', true],
      ['吴䶮二', false],
    ])
    expect(team.members.every(({ commitment }) => commitment?.includes('不作虚假鉴定'))).toBe(true)
    expect(team.notices).toMatchObject([
      { coversPresentTeam: true, servedOn: '2026-03-02', endsOn: '2026-03-05' },
    ])
    const plan = (await reader.call(showPlan, { id })).body
    expect(plan.steps.map(({ whoNames, records }) => [whoNames, records])).toEqual([
      [['陈鉴一'], 1],
      [['陈鉴一', '吴䶮二'], 1],
    ])
    expect((await reader.call(listRecords, { id })).body.records).toHaveLength(2)
  })

  it('keeps plan and process records from the parties, not from officials', async () => {
    expect((await (await w.as('party')).refusal(showPlan, { id })).status).toBe(403)
    expect((await (await w.as('court-officer')).call(showPlan, { id })).body.version).toBe(1)
  })

  it('hands the opinion everything it prints of the case', async () => {
    const told = await caseForOpinion(w.program.database.read, id)
    expect(told).toMatchObject({
      acceptedOn: '2026-03-02',
      startedOn: '2026-03-02',
      finishedOn: '2026-03-02',
      place: '甲中心一号检验室',
      present: ['陈鉴一', '吴䶮二'],
      signatories: [{ name: '陈鉴一' }, { name: '吴䶮二' }],
    })
    expect(told.standards.map(({ code }) => code)).toEqual(['T/CIPS 001—2023', 'T/CIPS 003—2023'])
    expect(told.steps).toHaveLength(2)
    expect(told.commitments).toHaveLength(2)
    expect(told.qualifications.every(({ number }) => number !== '')).toBe(true)
  })
})
