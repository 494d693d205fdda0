import { afterAll, beforeAll, expect, it } from 'vitest'
import { beginDrafting, recordStep, start } from '#modules/cases/contract/plan.ts'
import { undertakeConfidentiality, undertaking } from '#modules/materials/contract/materials.ts'
import { matterTrace } from '#modules/trace/contract.ts'
import { plannedCase, processRecord } from '#testing/cases.ts'
import { frozenOpinion, keysForAll, passphrase, proven, writeAndApprove } from '#testing/opinions.ts'
import { signatureFor } from '#testing/signing.ts'
import { specimens } from '#testing/specimens.ts'
import { type World, world } from '#testing/world.ts'
import { prepareSignature, sign } from '../contract/issue.ts'

const [first, second] = ['jia-appraiser1', 'jia-appraiser2']
let w: World
let id: string
let opinionId: string
beforeAll(async () => {
  w = await world()
  await keysForAll(w)
  id = (await plannedCase(w, { confidentiality: 'TRADE_SECRET' })).id
  for (const login of [first, second])
    await (await w.as(login)).call(undertakeConfidentiality, { id, promise: undertaking })
  await specimens(w).ready(id)
  const lead = await w.as(first)
  await lead.call(start, { id })
  for (const stepNo of [1, 2]) await lead.call(recordStep, { id, stepNo, ...processRecord })
  await lead.call(beginDrafting, { id })
  await writeAndApprove(w, id)
  opinionId = (await frozenOpinion(w, id)).opinionId
}, 60_000)
afterAll(async () => {
  expect(await w.fsck()).toEqual([])
  await w.close()
})

/** What came to the log about the opinion since `before` entries. */
const left = async (before = 0) =>
  (await w.trace(opinionId)).slice(before).map(({ op, fields: { attempted, by } }) => ({ op, attempted, by }))

it('to be signed, of a sealed case, is a reading: it leaves one entry for each who takes it', async () => {
  const before = (await left()).length
  for (const login of [first, first, second])
    await (await w.as(login)).call(prepareSignature, { id: opinionId, kind: 'person' })
  expect(await left(before)).toMatchObject([
    { op: 'opinion.prepare-signature', by: { accountId: w.id(first) } },
    { op: 'opinion.prepare-signature', by: { accountId: w.id(second) } },
  ])
})

it('refused to those who do not sign it, and to strangers, leaves an attempt that the case shows', async () => {
  const before = (await left()).length
  const asked = { id: opinionId, kind: 'person' as const }
  expect((await (await w.as('court-officer')).refusal(prepareSignature, asked)).status).toBe(403)
  expect((await (await w.as('yi-appraiser1')).refusal(prepareSignature, asked)).status).toBe(404)
  expect((await (await w.as('yi-intake')).raw(`/api/opinions/${opinionId}/view`)).status).toBe(404)
  expect(await left(before)).toMatchObject([
    { op: 'attempt.refused', attempted: 'opinion.prepare-signature' },
    { op: 'attempt.refused', attempted: 'opinion.prepare-signature' },
    { op: 'attempt.refused', attempted: 'opinion.open' },
  ])
  const { entries } = (await (await w.as('jia-head')).call(matterTrace, { id })).body
  expect(entries.slice(-3).map(({ kind, by }) => [kind, by.organisation])).toEqual([
    ['refused', '演示市知识产权法院'],
    ['refused', '乙知识产权鉴定所'],
    ['refused', '乙知识产权鉴定所'],
  ])
})

it('signed by another in the meantime: signing over the old file is no attempt at anything forbidden', async () => {
  const mine = await signatureFor(await proven(w, second), { id: opinionId, kind: 'person' }, passphrase)
  const other = await signatureFor(await proven(w, first), { id: opinionId, kind: 'person' }, passphrase)
  await (await w.as(first)).call(sign, other)
  const before = (await left()).length
  expect(await (await w.as(second)).refusal(sign, mine)).toMatchObject({ type: '/problems/stale-version' })
  expect(await left(before)).toEqual([])
})
