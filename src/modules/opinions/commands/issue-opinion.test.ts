import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showCase } from '#modules/cases/contract/case.ts'
import { close, terminate } from '#modules/cases/contract/clock.ts'
import {
  approvedCase,
  frozenOpinion,
  keysForAll,
  passphrase,
  proven,
  writeAndApprove,
} from '#testing/opinions.ts'
import { sealForInstitution, signAsAppraiser, signatureFor } from '#testing/signing.ts'
import { type World, world } from '#testing/world.ts'
import { readTrust } from '#verify/trust-file.ts'
import { verifyOpinion } from '#verify/verify-opinion.ts'
import { checkOpinion } from '../contract/check.ts'
import {
  acknowledge,
  deliver,
  freeze,
  issue,
  prepareSignature,
  returnOpinion,
  seal,
  showOpinion,
  sign,
} from '../contract/issue.ts'

const [first, second, issuer] = ['jia-appraiser1', 'jia-appraiser2', 'jia-issuer']

const dataDir = mkdtempSync(join(tmpdir(), 'mingjian-issue-'))
let w: World
beforeAll(async () => {
  w = await world({ dataDir })
  await keysForAll(w)
}, 60_000)
afterAll(async () => {
  await w.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const shown = async (id: string, who = issuer) => (await (await w.as(who)).call(showOpinion, { id })).body
const stateOf = async (id: string) => (await (await w.as(first)).call(showCase, { id })).body.state
const check = async (number: string, code: string) =>
  (await w.anonymous().call(checkOpinion, { number, code })).body
const ruleIds = (problem: { violations: readonly { rule: string }[] }) =>
  problem.violations.map(({ rule }) => rule)

describe('from approval to delivery', () => {
  let id: string
  let opinionId: string
  let opinionNo: string
  let code: string
  let pdf: Uint8Array
  let proof: string
  let trust: ReturnType<typeof readTrust>
  beforeAll(async () => {
    id = (await approvedCase(w)).id
  }, 60_000)

  it.each([first, 'jia-reviewer', 'jia-head', 'court-officer'])('%s may not freeze', async (who) => {
    expect((await (await w.as(who)).refusal(freeze, { id })).status).toBe(403)
  })

  it('shows every rule of freezing before it is done', async () => {
    const { checklist, contents } = await shown(id)
    expect(checklist.filter(({ outcome }) => outcome === 'fail')).toEqual([])
    expect(checklist.map(({ brief }) => brief)).toContain('T-05')
    expect(contents.every(({ present }) => present)).toBe(true)
    expect(contents).toHaveLength(8)
  })

  it('freezes with number, code and the logged hash of its manifest, then becomes a document', async () => {
    const made = await frozenOpinion(w, id)
    opinionId = made.opinionId
    opinionNo = made.opinionNo
    code = made.code
    expect(opinionNo).toBe('甲鉴[2026]知鉴字第1号')
    const { opinions } = await shown(id)
    expect(opinions).toMatchObject([{ state: 'SIGNING', no: opinionNo, renderFailure: null }])
    expect((await w.trace(opinionId)).map(({ op }) => op)).toEqual([
      'opinion.freeze',
      'opinion.attach-rendering',
    ])
    expect((await check(opinionNo, code)).registered?.status).toBe('NOT_ISSUED')
    expect(ruleIds(await (await w.as(issuer)).refusal(freeze, { id }))).toContain('one-living-opinion')
  })

  it('is hidden from the entrusting side and from strangers until it is issued', async () => {
    expect((await shown(id, 'court-officer')).opinions).toEqual([])
    const asked = { id: opinionId, kind: 'person' as const }
    expect((await (await w.as('court-officer')).refusal(prepareSignature, asked)).status).toBe(403)
    expect((await (await w.as('yi-appraiser1')).refusal(prepareSignature, asked)).status).toBe(404)
    expect((await (await w.as('court-officer')).raw(`/api/opinions/${opinionId}/view`)).status).toBe(404)
  })

  it('is signed only by those who performed the appraisal, after a second proof of identity', async () => {
    const given = await signatureFor(await w.as(first), { id: opinionId, kind: 'person' }, passphrase)
    w.clock.advance(6 * 60_000)
    expect((await (await w.as(first)).refusal(sign, given)).type).toBe('/problems/step-up-required')
    expect((await (await proven(w, 'jia-reviewer')).refusal(sign, given)).detail).toContain('实施本案鉴定')
    expect((await (await proven(w, issuer)).refusal(sign, given)).status).toBe(403)
    const other = await (await proven(w, second)).refusal(sign, given)
    expect(other.type).toBe('/problems/stale-version')
  })

  it('lets one of two who sign at once win and tells the other what happened', async () => {
    const one = await signatureFor(await proven(w, first), { id: opinionId, kind: 'person' }, passphrase)
    const two = await signatureFor(await proven(w, second), { id: opinionId, kind: 'person' }, passphrase)
    const people = [await w.as(first), await w.as(second)]
    const done = await Promise.allSettled([people[0]?.call(sign, one), people[1]?.call(sign, two)])
    const lost = done.filter(({ status }) => status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]).toMatchObject({ reason: { problem: { type: '/problems/stale-version' } } })
    const loser = done[0]?.status === 'rejected' ? first : second
    const winner = loser === first ? second : first
    const twice = await (await w.as(winner)).refusal(prepareSignature, { id: opinionId, kind: 'person' })
    expect(twice.detail).toContain('已经在这份意见书上签过名')
    const given = await signatureFor(await proven(w, issuer), { id: opinionId, kind: 'seal' }, passphrase)
    const early = await (await w.as(issuer)).refusal(seal, given)
    expect(ruleIds(early)).toContain('all-appraisers-signed')
    const { body } = await signAsAppraiser(await w.as(loser), opinionId, passphrase)
    expect(body.waiting).toEqual([])
  })

  it('is not issued before it is sealed', async () => {
    const refused = await (await proven(w, issuer)).refusal(issue, { id: opinionId })
    expect(refused).toMatchObject({ status: 409, detail: expect.stringContaining('待签名盖章') })
  })

  it('is sealed by the issuer and nobody else', async () => {
    const given = await signatureFor(await proven(w, issuer), { id: opinionId, kind: 'seal' }, passphrase)
    expect((await (await proven(w, first)).refusal(seal, given)).status).toBe(403)
    const { body } = await sealForInstitution(await w.as(issuer), opinionId, passphrase)
    expect(body.state).toBe('READY')
  })

  it('is not issued when a stored byte was changed', async () => {
    const [{ fileSha256 } = { fileSha256: null }] = (await shown(id)).opinions
    const path = join(dataDir, 'files', fileSha256?.slice(0, 2) ?? '', fileSha256 ?? '')
    const bytes = readFileSync(path)
    const changed = Buffer.from(bytes)
    changed[2000] = (changed[2000] ?? 0) ^ 1
    writeFileSync(path, changed)
    const refused = await (await proven(w, issuer)).refusal(issue, { id: opinionId })
    expect(ruleIds(refused)).toEqual(['file-reads-back'])
    expect(await stateOf(id)).toBe('PENDING_ISSUE')
    expect((await w.fsck()).map(({ says }) => says).join()).toContain('内容已变')
    writeFileSync(path, bytes)
  })

  it('is issued when it reads back, and its hash is logged', async () => {
    const issued = await (await proven(w, issuer)).call(issue, { id: opinionId })
    expect(issued.body.state).toBe('ISSUED')
    expect(await stateOf(id)).toBe('ISSUED')
    const entry = (await w.trace(opinionId)).at(-1)
    expect(entry).toMatchObject({
      op: 'opinion.issue',
      index: issued.traceIndex,
      fields: { fileSha256: issued.body.fileSha256, from: 'READY', to: 'ISSUED', also: { to: 'ISSUED', id } },
    })
  })

  it('can be downloaded by both sides with its sidecar, and verified by a stranger with and without it', async () => {
    await w.program.settle()
    const court = await w.as('court-officer')
    const file = await court.raw(`/api/opinions/${opinionId}/content`)
    expect(file.headers.get('content-disposition')).toContain('attachment')
    pdf = new Uint8Array(await file.arrayBuffer())
    proof = await (await court.raw(`/api/opinions/${opinionId}/opinion.tlog-proof`)).text()
    trust = readTrust(await (await w.anonymous().raw('/trust.json')).json())
    const whole = await verifyOpinion({ pdf, proof, trust })
    expect(whole.findings.filter(({ holds }) => holds !== true)).toEqual([])
    expect(whole.ok).toBe(true)
    const alone = await verifyOpinion({ pdf, trust })
    expect(alone.findings.filter(({ holds }) => holds !== true).map(({ sentence }) => sentence)).toEqual([
      '最终登记未核对',
    ])
    pdf[pdf.length - 30] = (pdf[pdf.length - 30] ?? 0) ^ 1
    expect((await verifyOpinion({ pdf, proof, trust })).ok).toBe(false)
  })

  it('is delivered by the archivist and acknowledged by the entrusting side', async () => {
    const deliveries = [
      { recipient: '演示市知识产权法院', method: 'ELECTRONIC', receipt: '平台送达' },
    ] as const
    expect((await (await w.as(first)).refusal(deliver, { id, deliveries: [...deliveries] })).status).toBe(403)
    const early = await (await w.as('court-officer')).refusal(acknowledge, { id })
    expect(ruleIds(early)).toEqual(['delivery-waits-for-receipt'])
    await (await w.as('jia-archivist')).call(deliver, { id, deliveries: [...deliveries] })
    await (await w.as('court-officer')).call(acknowledge, { id })
    expect((await shown(id, 'court-officer')).opinions[0]?.deliveries).toMatchObject([
      { recipient: '演示市知识产权法院', method: '电子送达', acknowledgedAt: expect.any(String) },
    ])
  })

  it('is closed by the institution once nothing is open, and later changes still find it', async () => {
    expect((await (await w.as(first)).refusal(close, { id })).status).toBe(403)
    await (await w.as('jia-admin')).call(close, { id })
    expect(await stateOf(id)).toBe('CLOSED')
  })

  it('tells anyone with number and code what is registered, and never what it says', async () => {
    const { registered, sentence, notes } = await check(
      opinionNo.replace('[', '〔').replace(']', '〕'),
      `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`,
    )
    expect(sentence).toContain('登记有效')
    expect(registered).toMatchObject({ status: 'ISSUED', validity: 'VALID', unilateral: '' })
    expect(JSON.stringify(registered)).not.toContain('台阶面')
    expect(notes.join()).toContain('查证属实')
    const wrong = await check(opinionNo, '00000000')
    expect(wrong.registered).toBeNull()
    expect(wrong).toEqual(await check('甲鉴[2026]知鉴字第999号', code))
  })
})

describe('a return after freezing', () => {
  it('voids number and signatures for ever; the next opinion gets the next number', async () => {
    const { id } = await approvedCase(w)
    const voided = await frozenOpinion(w, id)
    await signAsAppraiser(await proven(w, first), voided.opinionId, passphrase)
    const ending = { id, ground: 'COMMISSION_WITHDRAWN', reason: '委托方在签名期间来函撤回。' } as const
    const settled = { materialReturn: '材料已当面退还', feeSettlement: '按协议结算' }
    const frozen = await (await w.as('jia-head')).refusal(terminate, { ...ending, ...settled })
    expect(ruleIds(frozen)).toEqual(['nothing-frozen-on-ending'])
    const { body } = await (await w.as(issuer)).call(returnOpinion, { id, reason: '第 1 项意见的数值有误' })
    expect(body).toEqual({ state: 'DRAFTING', voided: voided.opinionNo })
    expect((await check(voided.opinionNo, voided.code)).sentence).toContain('作废')
    const late = await (await proven(w, second)).refusal(prepareSignature, {
      id: voided.opinionId,
      kind: 'person',
    })
    expect(late).toMatchObject({ status: 409, detail: expect.stringContaining('作废') })
    await writeAndApprove(w, id, 1)
    const again = await frozenOpinion(w, id)
    const serial = (no: string) => Number(/第(\d+)号/.exec(no)?.[1])
    expect(serial(again.opinionNo)).toBe(serial(voided.opinionNo) + 1)
    expect((await shown(id)).opinions.map(({ no, state }) => [no, state])).toEqual([
      [again.opinionNo, 'SIGNING'],
      [voided.opinionNo, 'VOIDED'],
    ])
  })
})

describe('the whole', () => {
  it('agrees with the log', async () => {
    expect(await w.fsck()).toEqual([])
  })
})
