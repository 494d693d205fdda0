import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#testing/client.ts'
import { specimen, specimens } from '#testing/specimens.ts'
import { type World, world } from '#testing/world.ts'
import {
  confirmMaterial,
  consentToConsumption,
  listMaterials,
  recordCrossExamination,
  recordCustody,
  registerMaterial,
  showMaterial,
  showReceipt,
} from '../contract/materials.ts'
import { citable, custodyGaps, materialReadiness, materialsForOpinion } from '../module.ts'

let w: World
let s: ReturnType<typeof specimens>
beforeAll(async () => {
  w = await world()
  s = specimens(w)
})
afterAll(async () => {
  expect(await w.fsck()).toEqual([])
  await w.close()
})

const _text = (words: string) => new TextEncoder().encode(words)
const rulesOf = (problem: Awaited<ReturnType<Client['refusal']>>) =>
  problem.violations.map(({ rule }) => rule)

describe('receiving material', () => {
  it('notes it, opens its chain and asks the court to confirm it', async () => {
    const id = await s.caseWithTeam()
    const materialId = await s.registered(id)
    const court = await w.as('court-officer')
    const { body } = await court.call(showMaterial, { id: materialId })
    expect(body).toMatchObject({
      no: 1,
      holder: '赵保管',
      confirmed: false,
      crossExamination: 'PENDING',
      custody: [{ seq: 1, kind: 'RECEIVED', from: '林书记', to: '赵保管' }],
    })
    const readiness = await w.program.database.kysely.transaction().execute((tx) => materialReadiness(tx, id))
    expect(readiness).toEqual({
      unconfirmed: ['M1 被诉产品实物'],
      unexamined: ['M1 被诉产品实物'],
      identityUnchecked: ['M1 被诉产品实物'],
      undertakingMissing: [],
    })
    expect(await w.trace(materialId)).toMatchObject([{ op: 'material.register' }])
    expect((await court.call(showReceipt, { id: materialId })).body).toMatchObject({
      institution: '甲知识产权鉴定中心',
      client: '演示市知识产权法院',
      material: { quantity: '1件', uniqueMark: specimen.uniqueMark },
      event: { from: '林书记', to: '赵保管', condition: 'INTACT_SEALED' },
    })
    expect((await court.refusal(showReceipt, { id: materialId, seq: 2 })).status).toBe(404)
  })

  it.each([
    [
      'carried by others without mandate',
      { arrival: 'THIRD_PARTY_CARRIER', seal: 'F-1' },
      'carrier-mandated-and-sealed',
    ],
    [
      'collected on site without a witness',
      { arrival: 'ON_SITE_COLLECTION', collectedBy: 'team' },
      'on-site-collection-witnessed',
    ],
    [
      'collected on site by one person',
      { arrival: 'ON_SITE_COLLECTION', witness: '街道办张某' },
      'on-site-collection-witnessed',
    ],
    ['received tomorrow', { receivedAt: '2030-01-01T00:00:00.000Z' }, 'received-in-the-past'],
    [
      'with a file that nobody sent',
      { fileIds: ['0190f0f0-0000-7000-8000-000000000000'] },
      'material-files-registered',
    ],
  ])('refuses what was %s', async (_, more, rule) => {
    const id = await s.caseWithTeam()
    const custodian = await w.as('jia-custodian')
    const team = [w.id('jia-appraiser1'), w.id('jia-custodian')]
    const input = { id, ...specimen, receivedAt: w.clock.now().toISOString(), ...more }
    const problem = await custodian.refusal(registerMaterial, {
      ...input,
      arrival: input.arrival as 'IN_PERSON', // the table's rows widen it
      collectedBy: 'collectedBy' in more ? team : [],
    })
    expect(rulesOf(problem)).toEqual([rule])
  })

  it('takes what was collected on site by two, one of them on the case, before a witness', async () => {
    const id = await s.caseWithTeam()
    const collectedBy = [w.id('jia-appraiser1'), w.id('jia-custodian')]
    await s.registered(id, { arrival: 'ON_SITE_COLLECTION', collectedBy, witness: '街道办张某' })
  })

  it.each([
    ['jia-appraiser1', 403],
    ['court-officer', 403],
    ['jia-reviewer', 404], // not named in this case: it does not exist for him
  ] as const)('is not done by %s', async (who, status) => {
    const id = await s.caseWithTeam()
    const problem = await (await w.as(who)).refusal(registerMaterial, {
      id,
      ...specimen,
      receivedAt: w.clock.now().toISOString(),
    })
    expect(problem.status).toBe(status)
  })

  it.each(['yi-custodian', 'agency-officer', 'admin'])(
    'of a case of others does not exist for %s',
    async (who) => {
      const id = await s.caseWithTeam()
      const materialId = await s.registered(id)
      const stranger = await w.as(who)
      expect((await stranger.refusal(showMaterial, { id: materialId })).status).toBe(404)
      expect((await stranger.refusal(listMaterials, { id })).status).toBe(404)
      expect((await stranger.refusal(confirmMaterial, { id: materialId })).status).toBe(404)
    },
  )
})

describe('what the court alone says', () => {
  it('is confirmed once, by the entrusting side', async () => {
    const materialId = await s.registered(await s.caseWithTeam())
    expect((await (await w.as('jia-custodian')).refusal(confirmMaterial, { id: materialId })).status).toBe(
      403,
    )
    const court = await w.as('court-officer')
    await court.call(confirmMaterial, { id: materialId })
    expect(rulesOf(await court.refusal(confirmMaterial, { id: materialId }))).toEqual([
      'material-not-yet-confirmed',
    ])
  })

  it('makes material citable once examined with a record number', async () => {
    const id = await s.caseWithTeam()
    const materialId = await s.registered(id, { kind: 'CASE_DOCUMENT', name: '专利证书' })
    const court = await w.as('court-officer')
    await court.call(confirmMaterial, { id: materialId })
    const db = w.program.database.read
    expect(await citable(db, id)).toMatchObject([{ citable: false, why: '未经质证或者争议未决' }])
    for (const input of [{ outcome: 'NOT_REQUIRED' }, { outcome: 'EXAMINED' }] as const)
      expect(rulesOf(await court.refusal(recordCrossExamination, { id: materialId, ...input }))).toEqual([
        'cross-examination-recorded',
      ])
    await court.call(recordCrossExamination, { id: materialId, outcome: 'EXAMINED', recordNo: '质1' })
    expect(await citable(db, id)).toMatchObject([{ no: 1, citable: true, why: '' }])
  })
})

describe('custody', () => {
  it('runs without a gap from receipt to return, and a part split off is a material of its own', async () => {
    const id = await s.caseWithTeam()
    const materialId = await s.ready(id)
    const custodian = await w.as('jia-custodian')
    const appraiser = await w.as('jia-appraiser1')
    await custodian.call(recordCustody, s.move(materialId, { toAccountId: w.id('jia-appraiser1') }))
    const part = { name: '卡环一段', quantity: '1段', uniqueMark: '118-1-A' }
    const split = await appraiser.call(
      recordCustody,
      s.move(materialId, { kind: 'SPLIT', from: '陈鉴一', part }),
    )
    await appraiser.call(recordCustody, s.move(materialId, { kind: 'TESTED', from: '陈鉴一' }))
    await appraiser.call(
      recordCustody,
      s.move(materialId, { kind: 'HANDED_OVER', from: '陈鉴一', toAccountId: w.id('jia-custodian') }),
    )
    await custodian.call(
      recordCustody,
      s.move(materialId, { kind: 'RETURNED', toName: '演示市知识产权法院 林书记' }),
    )
    const shown = (await custodian.call(showMaterial, { id: split.body.partId ?? '' })).body
    expect(shown).toMatchObject({
      splitFrom: materialId,
      holder: '陈鉴一',
      confirmed: true,
      identityMatches: true,
    })
    const again = s.move(materialId, {
      kind: 'STORED',
      from: '演示市知识产权法院 林书记',
      toAccountId: w.id('jia-custodian'),
    })
    expect(rulesOf(await custodian.refusal(recordCustody, again))).toContain('material-still-in-custody')
    expect(await custodyGaps(w.program.database.read, id)).toEqual([])
    const { custody } = await materialsForOpinion(w.program.database.read, id)
    expect(custody.map(({ event }) => event)).toEqual([
      '接收',
      '领用',
      '分样',
      '检验',
      '移交',
      '退还',
      '接收',
    ])
  })

  it.each([
    ['a giver who does not have it', { from: '吴䶮二', toAccountId: 'jia-appraiser1' }, ['custody-gapless']],
    ['no receiver', {}, ['custody-receiver-named']],
    ['a receiver of another house', { toAccountId: 'yi-custodian' }, ['custody-receiver-named']],
    [
      'a time before the last event',
      { toAccountId: 'jia-appraiser1', happenedAt: '2020-01-01T00:00:00.000Z' },
      ['custody-in-order'],
    ],
    [
      'a time to come',
      { toAccountId: 'jia-appraiser1', happenedAt: '2030-01-01T00:00:00.000Z' },
      ['custody-in-order'],
    ],
    ['use without consent to consumption', { kind: 'CONSUMED' }, ['consumption-consented']],
    ['a return to nobody', { kind: 'RETURNED' }, ['custody-receiver-named']],
    ['a split without a part', { kind: 'SPLIT' }, ['custody-receiver-named']],
  ])('refuses %s', async (_, more, rules) => {
    const materialId = await s.ready(await s.caseWithTeam())
    const to = 'toAccountId' in more ? { toAccountId: w.id(more.toAccountId) } : {}
    const problem = await (await w.as('jia-custodian')).refusal(
      recordCustody,
      s.move(materialId, { ...more, ...to }),
    )
    expect(rulesOf(problem)).toEqual(rules)
  })

  it('refuses use of what is neither confirmed nor compared with the list', async () => {
    const materialId = await s.registered(await s.caseWithTeam())
    const problem = await (await w.as('jia-custodian')).refusal(
      recordCustody,
      s.move(materialId, { kind: 'TESTED' }),
    )
    expect(rulesOf(problem)).toEqual(['confirmed-before-use', 'identity-before-analysis'])
  })

  it('lets one of two win who take it out at once, and tells the other who has it', async () => {
    const materialId = await s.ready(await s.caseWithTeam())
    const custodian = await w.as('jia-custodian')
    const intake = await w.as('jia-intake')
    const outcomes = await Promise.allSettled([
      custodian.call(recordCustody, s.move(materialId, { toAccountId: w.id('jia-appraiser1') })),
      intake.call(recordCustody, s.move(materialId, { toAccountId: w.id('jia-appraiser2') })),
    ])
    const [lost] = outcomes.filter(({ status }) => status === 'rejected')
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(String(lost && 'reason' in lost ? lost.reason : '')).toMatch(/材料目前由(陈鉴一|吴䶮二)持有/)
  })

  it('lets material be used up after written consent, and an accident be recorded with its reason', async () => {
    const materialId = await s.ready(await s.caseWithTeam())
    const court = await w.as('court-officer')
    const custodian = await w.as('jia-custodian')
    const damage = s.move(materialId, { kind: 'DAMAGED', condition: 'PARTLY_DAMAGED' })
    expect(rulesOf(await custodian.refusal(recordCustody, damage))).toEqual(['consumption-consented'])
    await custodian.call(recordCustody, damage, {
      reasons: { 'consumption-consented': '搬运中跌落，已电话告知法院' },
    })
    await court.call(consentToConsumption, { id: materialId, extent: '卡环剖切取样', reserve: '留存另一半' })
    await custodian.call(recordCustody, s.move(materialId, { kind: 'CONSUMED', condition: 'PARTLY_DAMAGED' }))
  })

  it('cannot be rewritten, not even by the owner of the database', async () => {
    const materialId = await s.registered(await s.caseWithTeam())
    await expect(
      w.program.database.pool.query('update custody_event set to_name = $1 where material_id = $2', [
        '他人',
        materialId,
      ]),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
