import { chmod, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#testing/client.ts'
import { specimens } from '#testing/specimens.ts'
import { upload } from '#testing/upload.ts'
import { type World, world } from '#testing/world.ts'
import { listFiles } from '../contract/files.ts'
import {
  listMaterials,
  recordCustody,
  showMaterial,
  undertakeConfidentiality,
  undertaking,
  verifyBytes,
} from '../contract/materials.ts'

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

const text = (words: string) => new TextEncoder().encode(words)
const rulesOf = (problem: Awaited<ReturnType<Client['refusal']>>) =>
  problem.violations.map(({ rule }) => rule)

describe('electronic material', () => {
  it('is read again before use; one changed byte stops it', async () => {
    const id = await s.caseWithTeam()
    const bytes = text(`被诉软件源代码 ${id}`)
    const fileId = await upload(await w.as('court-officer'), { name: '源代码.zip', bytes, matter: id })
    const intake = await w.as('jia-intake')
    const files = (await intake.call(listFiles, { matter: id })).body.items
    expect(files.map((file) => [file.name, file.materialId])).toContainEqual(['源代码.zip', null])
    const materialId = await s.ready(id, {
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
    const taking = s.move(materialId, { toAccountId: w.id('jia-appraiser1') })
    expect(rulesOf(await custodian.refusal(recordCustody, taking))).toEqual(['electronic-bytes-unchanged'])
    await writeFile(path, bytes)
    await custodian.call(recordCustody, taking)
  })

  it('of a trade secret is opened after a promise only; each opening, and each refused one, is traced once', async () => {
    const id = await s.caseWithTeam({ confidentiality: 'TRADE_SECRET' })
    const court = await w.as('court-officer')
    const fileId = await upload(court, { name: '图纸.pdf', bytes: text(`%PDF-1.7 图纸 ${id}`), matter: id })
    const materialId = await s.registered(id, {
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
    for (const range of ['bytes=0-3', 'bytes=4-7', 'bytes=8-'])
      expect((await appraiser.raw(`/api/files/${fileId}/view`, { headers: { range } })).status).toBe(206)
    const stranger = await w.as('yi-appraiser1')
    const missing = await stranger.raw('/api/files/0190f0f0-0000-7000-8000-000000000000/content')
    for (const path of ['content', 'view']) {
      const { status, detail } = await (await stranger.raw(`/api/files/${fileId}/${path}`)).json()
      expect({ status, detail }).toEqual({ status: 404, detail: (await missing.clone().json()).detail })
    }
    const left = (await w.trace(fileId)).filter(({ op }) => op !== 'file.register')
    expect(left.map(({ op, fields }) => ({ op, ...fields }))).toMatchObject([
      { op: 'attempt.refused', attempted: 'file.open', by: { name: '陈鉴一' }, problem: 'rule-violated' },
      { op: 'file.open', by: { name: '陈鉴一' } },
      { op: 'file.open', by: { name: '林书记' } },
      { op: 'attempt.refused', by: { accountId: w.id('yi-appraiser1') }, subject: { matter: id } },
    ])
    expect((await appraiser.call(showMaterial, { id: materialId })).body.files).toHaveLength(1)
  })

  it('cannot be slipped into a case by a stranger who knows its id', async () => {
    const id = await s.caseWithTeam()
    await expect(
      upload(await w.as('agency-officer'), { name: '伪证.pdf', bytes: text('%PDF-1.7'), matter: id }),
    ).rejects.toThrow('没有这件委托')
  })
})
