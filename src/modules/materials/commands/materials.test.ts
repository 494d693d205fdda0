import { chmod, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { concludeAgreement, recordFee, signAgreement } from '#modules/cases/contract/agreement.ts'
import { nominateAppraiser } from '#modules/cases/contract/team.ts'
import type { Client } from '#testing/client.ts'
import { acceptedCase } from '#testing/matters.ts'
import { upload } from '#testing/upload.ts'
import { type World, world } from '#testing/world.ts'
import { listFiles } from '../contract/files.ts'
import {
  checkIdentity,
  confirmMaterial,
  consentToConsumption,
  listMaterials,
  recordCrossExamination,
  recordCustody,
  registerMaterial,
  showMaterial,
  showReceipt,
  undertakeConfidentiality,
  undertaking,
  verifyBytes,
} from '../contract/materials.ts'
import { citable, custodyGaps, materialReadiness, materialsForOpinion } from '../module.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(async () => {
  expect(await w.fsck()).toEqual([])
  await w.close()
})

const text = (words: string) => new TextEncoder().encode(words)

async function caseWithTeam(overrides: Parameters<typeof acceptedCase>[1] = {}): Promise<string> {
  const { id } = await acceptedCase(w, overrides)
  const head = await w.as('jia-head')
  await head.call(signAgreement, { id })
  await (await w.as('jia-intake')).call(recordFee, { id, outcome: 'WAIVED', reason: '协议约定结案后交纳' })
  await head.call(concludeAgreement, { id })
  for (const n of [1, 2])
    await head.call(nominateAppraiser, { id, accountId: w.id(`jia-appraiser${n}`), lead: n === 1 })
  return id
}

const specimen = {
  name: '被诉产品实物',
  kind: 'SPECIMEN',
  quantity: '1件',
  condition: 'INTACT_SEALED',
  uniqueMark: '封条号 2026-118-1',
  preservation: '检材库3号柜',
  arrival: 'IN_PERSON',
  providedBy: '林书记',
} as const

async function registered(caseId: string, more: object = {}): Promise<string> {
  const custodian = await w.as('jia-custodian')
  const input = { id: caseId, ...specimen, receivedAt: w.clock.now().toISOString(), ...more }
  return (await custodian.call(registerMaterial, input)).body.materialId
}

async function ready(caseId: string, more: object = {}): Promise<string> {
  const id = await registered(caseId, more)
  const court = await w.as('court-officer')
  await court.call(confirmMaterial, { id })
  await court.call(recordCrossExamination, { id, outcome: 'EXAMINED', recordNo: '2026-118-质1' })
  await (await w.as('jia-appraiser1')).call(checkIdentity, {
    id,
    matches: true,
    reason: '封条号、型号与清单一致',
  })
  return id
}

function move(id: string, more: object) {
  const at = w.clock.now().toISOString()
  return {
    id,
    kind: 'TAKEN_OUT' as const,
    from: '赵保管',
    place: '实验室',
    condition: 'INTACT_SEALED' as const,
    reason: '检验',
    happenedAt: at,
    ...more,
  }
}

const rulesOf = (problem: Awaited<ReturnType<Client['refusal']>>) =>
  problem.violations.map(({ rule }) => rule)

describe('receiving material', () => {
  it('notes it, opens its chain and asks the court to confirm it', async () => {
    const id = await caseWithTeam()
    const materialId = await registered(id)
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
    const id = await caseWithTeam()
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
    const id = await caseWithTeam()
    const collectedBy = [w.id('jia-appraiser1'), w.id('jia-custodian')]
    await registered(id, { arrival: 'ON_SITE_COLLECTION', collectedBy, witness: '街道办张某' })
  })

  it.each([
    ['jia-appraiser1', 403],
    ['court-officer', 403],
    ['jia-reviewer', 404], // not named in this case: it does not exist for him
  ] as const)('is not done by %s', async (who, status) => {
    const id = await caseWithTeam()
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
      const id = await caseWithTeam()
      const materialId = await registered(id)
      const stranger = await w.as(who)
      expect((await stranger.refusal(showMaterial, { id: materialId })).status).toBe(404)
      expect((await stranger.refusal(listMaterials, { id })).status).toBe(404)
      expect((await stranger.refusal(confirmMaterial, { id: materialId })).status).toBe(404)
    },
  )
})

describe('what the court alone says', () => {
  it('is confirmed once, by the entrusting side', async () => {
    const materialId = await registered(await caseWithTeam())
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
    const id = await caseWithTeam()
    const materialId = await registered(id, { kind: 'CASE_DOCUMENT', name: '专利证书' })
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
    const id = await caseWithTeam()
    const materialId = await ready(id)
    const custodian = await w.as('jia-custodian')
    const appraiser = await w.as('jia-appraiser1')
    await custodian.call(recordCustody, move(materialId, { toAccountId: w.id('jia-appraiser1') }))
    const part = { name: '卡环一段', quantity: '1段', uniqueMark: '118-1-A' }
    const split = await appraiser.call(
      recordCustody,
      move(materialId, { kind: 'SPLIT', from: '陈鉴一', part }),
    )
    await appraiser.call(recordCustody, move(materialId, { kind: 'TESTED', from: '陈鉴一' }))
    await appraiser.call(
      recordCustody,
      move(materialId, { kind: 'HANDED_OVER', from: '陈鉴一', toAccountId: w.id('jia-custodian') }),
    )
    await custodian.call(
      recordCustody,
      move(materialId, { kind: 'RETURNED', toName: '演示市知识产权法院 林书记' }),
    )
    const shown = (await custodian.call(showMaterial, { id: split.body.partId ?? '' })).body
    expect(shown).toMatchObject({
      splitFrom: materialId,
      holder: '陈鉴一',
      confirmed: true,
      identityMatches: true,
    })
    const again = move(materialId, {
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
    const materialId = await ready(await caseWithTeam())
    const to = 'toAccountId' in more ? { toAccountId: w.id(more.toAccountId) } : {}
    const problem = await (await w.as('jia-custodian')).refusal(
      recordCustody,
      move(materialId, { ...more, ...to }),
    )
    expect(rulesOf(problem)).toEqual(rules)
  })

  it('refuses use of what is neither confirmed nor compared with the list', async () => {
    const materialId = await registered(await caseWithTeam())
    const problem = await (await w.as('jia-custodian')).refusal(
      recordCustody,
      move(materialId, { kind: 'TESTED' }),
    )
    expect(rulesOf(problem)).toEqual(['confirmed-before-use', 'identity-before-analysis'])
  })

  it('lets one of two win who take it out at once, and tells the other who has it', async () => {
    const materialId = await ready(await caseWithTeam())
    const custodian = await w.as('jia-custodian')
    const intake = await w.as('jia-intake')
    const outcomes = await Promise.allSettled([
      custodian.call(recordCustody, move(materialId, { toAccountId: w.id('jia-appraiser1') })),
      intake.call(recordCustody, move(materialId, { toAccountId: w.id('jia-appraiser2') })),
    ])
    const [lost] = outcomes.filter(({ status }) => status === 'rejected')
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(String(lost && 'reason' in lost ? lost.reason : '')).toMatch(/材料目前由(陈鉴一|吴䶮二)持有/)
  })

  it('lets material be used up after written consent, and an accident be recorded with its reason', async () => {
    const materialId = await ready(await caseWithTeam())
    const court = await w.as('court-officer')
    const custodian = await w.as('jia-custodian')
    const damage = move(materialId, { kind: 'DAMAGED', condition: 'PARTLY_DAMAGED' })
    expect(rulesOf(await custodian.refusal(recordCustody, damage))).toEqual(['consumption-consented'])
    await custodian.call(recordCustody, damage, {
      reasons: { 'consumption-consented': '搬运中跌落，已电话告知法院' },
    })
    await court.call(consentToConsumption, { id: materialId, extent: '卡环剖切取样', reserve: '留存另一半' })
    await custodian.call(recordCustody, move(materialId, { kind: 'CONSUMED', condition: 'PARTLY_DAMAGED' }))
  })

  it('cannot be rewritten, not even by the owner of the database', async () => {
    const materialId = await registered(await caseWithTeam())
    await expect(
      w.program.database.pool.query('update custody_event set to_name = $1 where material_id = $2', [
        '他人',
        materialId,
      ]),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('electronic material', () => {
  it('is read again before use; one changed byte stops it', async () => {
    const id = await caseWithTeam()
    const bytes = text(`被诉软件源代码 ${id}`)
    const fileId = await upload(await w.as('court-officer'), { name: '源代码.zip', bytes, matter: id })
    const intake = await w.as('jia-intake')
    const files = (await intake.call(listFiles, { matter: id })).body.items
    expect(files.map((file) => [file.name, file.materialId])).toContainEqual(['源代码.zip', null])
    const materialId = await ready(id, {
      kind: 'ELECTRONIC_DATA',
      name: '源代码',
      fileIds: [fileId],
      arrival: 'ONLINE',
    })
    const custodian = await w.as('jia-custodian')
    const verified = await custodian.call(verifyBytes, { id: materialId })
    expect(verified.body.files).toEqual([{ fileId, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    const blobs = w.program.engine.files
    const path =
      'pathOf' in blobs && typeof blobs.pathOf === 'function'
        ? blobs.pathOf(verified.body.files[0]?.sha256)
        : ''
    await chmod(path, 0o600)
    await writeFile(path, text(`被诉软件源代码·${id}`))
    expect(rulesOf(await custodian.refusal(verifyBytes, { id: materialId }))).toEqual([
      'electronic-bytes-unchanged',
    ])
    const taking = move(materialId, { toAccountId: w.id('jia-appraiser1') })
    expect(rulesOf(await custodian.refusal(recordCustody, taking))).toEqual(['electronic-bytes-unchanged'])
    await writeFile(path, bytes)
    await custodian.call(recordCustody, taking)
  })

  it('of a trade secret is opened after a promise only, and every opening is traced', async () => {
    const id = await caseWithTeam({ confidentiality: 'TRADE_SECRET' })
    const court = await w.as('court-officer')
    const fileId = await upload(court, { name: '图纸.pdf', bytes: text(`%PDF-1.7 图纸 ${id}`), matter: id })
    const materialId = await registered(id, {
      kind: 'DRAWING',
      name: '图纸',
      fileIds: [fileId],
      arrival: 'ONLINE',
    })
    const appraiser = await w.as('jia-appraiser1')
    const readiness = (await appraiser.call(listMaterials, { id })).body.readiness
    expect(readiness.undertakingMissing.toSorted()).toEqual(['吴䶮二', '陈鉴一'].toSorted())
    const refused = await appraiser.raw(`/api/files/${fileId}/content`)
    expect(await refused.json()).toMatchObject({
      status: 422,
      violations: [{ rule: 'undertaken-before-access' }],
    })
    await appraiser.call(undertakeConfidentiality, { id, promise: undertaking })
    expect(rulesOf(await appraiser.refusal(undertakeConfidentiality, { id, promise: undertaking }))).toEqual([
      'undertaking-called-for',
    ])
    expect((await appraiser.raw(`/api/files/${fileId}/content`)).status).toBe(200)
    expect((await court.raw(`/api/files/${fileId}/view`)).status).toBe(200)
    const opened = (await w.trace(fileId)).filter(({ op }) => op === 'file.open')
    expect(opened.map(({ fields }) => fields.by)).toMatchObject([{ name: '陈鉴一' }, { name: '林书记' }])
    expect((await (await w.as('yi-appraiser1')).raw(`/api/files/${fileId}/content`)).status).toBe(404)
    expect((await appraiser.call(showMaterial, { id: materialId })).body.files).toHaveLength(1)
  })

  it('cannot be slipped into a case by a stranger who knows its id', async () => {
    const id = await caseWithTeam()
    await expect(
      upload(await w.as('agency-officer'), { name: '伪证.pdf', bytes: text('%PDF-1.7'), matter: id }),
    ).rejects.toThrow('没有这件委托')
  })
})
