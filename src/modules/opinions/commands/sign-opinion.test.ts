import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemChance } from '#platform/ids.ts'
import { type LocalTimeStampAuthority, localTimeStampAuthority } from '#platform/pki/time-stamp-authority.ts'
import { approvedCase, frozenOpinion, passphrase, proven } from '#testing/opinions.ts'
import { overtaken } from '#testing/overtaken.ts'
import { registerOwnKey, sealForInstitution, signAsAppraiser, signatureFor } from '#testing/signing.ts'
import { type World, world } from '#testing/world.ts'
import { readTrust } from '#verify/trust-file.ts'
import { verifyOpinion } from '#verify/verify-opinion.ts'
import { recordCorrection, recordSupersession, recordSupplement, withdraw } from '../contract/changes.ts'
import { checkOpinion } from '../contract/check.ts'
import {
  freeze,
  issue,
  prepareSignature,
  retry,
  returnOpinion,
  showOpinion,
  sign,
} from '../contract/issue.ts'
import { challengeKey, myKeys, registerKey, revokeKey } from '../contract/keys.ts'
import { makeSigningKey, signWithKey, unlockSigningKey } from '../ui/signing-key.ts'

const [first, second, issuer] = ['jia-appraiser1', 'jia-appraiser2', 'jia-issuer']

/** An RFC 3161 authority behind HTTP that can be out of order. */
let authority: LocalTimeStampAuthority
let server: Server
let working: 'yes' | 'error' | 'rubbish' = 'yes'

let w: World
const dataDir = mkdtempSync(join(tmpdir(), 'mingjian-sign-'))
beforeAll(async () => {
  authority = await localTimeStampAuthority(join(dataDir, 'tsa'), {
    now: () => w.clock.now(),
    madeAt: new Date('2026-03-01T00:00:00Z'),
    randomBytes: systemChance.bytes,
  })
  server = createServer(async (request, response) => {
    const parts: Uint8Array[] = []
    for await (const part of request) parts.push(part)
    if (working === 'error') response.writeHead(503).end()
    else if (working === 'rubbish') response.end('no stamp')
    else response.end(await authority.respond(Buffer.concat(parts)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // listens on TCP
  writeFileSync(join(dataDir, 'tsa.pem'), authority.rootPem)
  w = await world({
    dataDir,
    environment: { TSA_URL: `http://127.0.0.1:${port}/`, TSA_ROOTS: join(dataDir, 'tsa.pem') },
  })
}, 60_000)
afterAll(async () => {
  await w.close()
  server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const ruleIds = (problem: { violations: readonly { rule: string }[] }) =>
  problem.violations.map(({ rule }) => rule)
const shown = async (id: string) => (await (await w.as(issuer)).call(showOpinion, { id })).body

describe('a signing key', () => {
  it('is asked for after a second proof of identity, and only by those who sign or seal', async () => {
    const court = await w.as('court-officer')
    expect((await court.refusal(challengeKey, {})).status).toBe(403)
    const appraiser = await w.as(first)
    const { body } = await appraiser.call(challengeKey, {})
    const made = await makeSigningKey(passphrase, body.challenge)
    const early = await appraiser.refusal(registerKey, { kind: 'person', ...made })
    expect(early.type).toBe('/problems/step-up-required')
    await proven(w, first)
    expect(ruleIds(await appraiser.refusal(registerKey, { kind: 'seal', ...made }))).toEqual([
      'key-suits-role',
    ])
  })

  it('is registered only by him who holds it, once', async () => {
    const appraiser = await proven(w, first)
    const stolen = await makeSigningKey(passphrase, Buffer.from('another challenge').toString('base64'))
    await appraiser.call(challengeKey, {})
    const refused = await appraiser.refusal(registerKey, { kind: 'person', ...stolen })
    expect(ruleIds(refused)).toEqual(['key-possession-proven'])
    const { body } = await registerOwnKey(appraiser, 'person', passphrase)
    expect(body).toMatchObject({ state: 'ACTIVE', demonstration: true })
    const again = await appraiser.call(challengeKey, {})
    const more = await makeSigningKey(passphrase, again.body.challenge)
    expect(ruleIds(await appraiser.refusal(registerKey, { kind: 'person', ...more }))).toEqual([
      'one-active-key',
    ])
  })

  it('is kept wrapped, stays out of the trace, and opens with the right passphrase alone', async () => {
    const { keys } = (await (await w.as(first)).call(myKeys, {})).body
    const [key] = keys
    if (!key) throw new Error('no key')
    expect(await unlockSigningKey(key.wrapped, '错误的口令')).toBeUndefined()
    const opened = await unlockSigningKey(key.wrapped, passphrase)
    expect(opened?.extractable).toBe(false)
    const entries = JSON.stringify(await w.trace(key.id))
    expect(entries).toContain(key.certificateSha256)
    expect(entries).not.toContain(key.wrapped.key)
  })
})

describe('a key that is lost before issue', () => {
  it('makes its signature count no more: the opinion is returned and frozen anew', async () => {
    for (const [login, kind] of [
      [second, 'person'],
      [issuer, 'seal'],
    ] as const)
      await registerOwnKey(await proven(w, login), kind, passphrase)
    const { id } = await approvedCase(w)
    const { opinionId, opinionNo } = await frozenOpinion(w, id)
    await signAsAppraiser(await proven(w, first), opinionId, passphrase)
    const { keys } = (await (await w.as(first)).call(myKeys, {})).body
    const report = { id: keys[0]?.id ?? '', reason: '手机遗失' }
    w.clock.advance(6 * 60_000)
    const unproven = await (await w.as(first)).refusal(revokeKey, report)
    expect(unproven.type).toBe('/problems/step-up-required')
    const lost = await (await proven(w, first)).call(revokeKey, report)
    expect(lost.body).toEqual({ state: 'REVOKED', affected: [opinionNo] })
    expect((await shown(id)).opinions[0]?.signatories[0]).toMatchObject({ keyAlive: false })
    const given = await signatureFor(await proven(w, second), { id: opinionId, kind: 'person' }, passphrase)
    expect(ruleIds(await (await w.as(second)).refusal(sign, given))).toContain('signing-keys-alive')
    const { body } = await (await w.as(issuer)).call(returnOpinion, { id, reason: '鉴定人密钥遗失' })
    expect(body.voided).toBe(opinionNo)
    const fresh = await registerOwnKey(await proven(w, first), 'person', passphrase)
    expect(fresh.body.state).toBe('ACTIVE')
  })

  it.each(['sign', 'issue'] as const)('is not overtaken by who would %s at the same moment', async (deed) => {
    const { opinionId, opinionNo } = await frozenOpinion(w, (await approvedCase(w)).id)
    const of = async (login: string) =>
      (await (await w.as(login)).call(myKeys, {})).body.keys.find(({ state }) => state === 'ACTIVE')?.id ?? ''
    if (deed === 'issue') {
      for (const login of [first, second])
        await signAsAppraiser(await proven(w, login), opinionId, passphrase)
      await sealForInstitution(await proven(w, issuer), opinionId, passphrase)
    }
    const owner = await proven(w, first)
    const report = { id: await of(first), reason: '密钥泄露' }
    const other = await proven(w, deed === 'sign' ? first : issuer)
    const given =
      deed === 'sign' && (await signatureFor(owner, { id: opinionId, kind: 'person' }, passphrase))
    const [lost, done] = await overtaken(
      w,
      () => owner.call(revokeKey, report),
      async () => (given ? other.call(sign, given) : other.call(issue, { id: opinionId })),
    )
    expect(lost).toMatchObject({
      status: 'fulfilled',
      value: { body: { affected: deed === 'sign' ? [] : [opinionNo] } },
    })
    const rule = deed === 'sign' ? 'holds-signing-key' : 'signing-keys-alive'
    expect(done).toMatchObject({ status: 'rejected', reason: { problem: { violations: [{ rule }] } } })
    await registerOwnKey(owner, 'person', passphrase)
  })
})

describe('the time stamp', () => {
  let id: string
  let opinionId: string
  beforeAll(async () => {
    id = (await approvedCase(w)).id
    opinionId = (await frozenOpinion(w, id)).opinionId
  }, 60_000)

  it.each(['error', 'rubbish'] as const)('failing (%s) leaves nothing half done', async (how) => {
    working = how
    const before = (await shown(id)).opinions[0]
    const given = await signatureFor(await proven(w, first), { id: opinionId, kind: 'person' }, passphrase)
    const refused = await (await w.as(first)).refusal(sign, given)
    expect(refused).toMatchObject({ status: 503, detail: expect.stringContaining('时间戳') })
    expect((await shown(id)).opinions[0]).toEqual(before)
    working = 'yes'
  })

  it('comes at the next try, and the opinion is issued and verified with the roots of that authority', async () => {
    const given = await signatureFor(await proven(w, first), { id: opinionId, kind: 'person' }, passphrase)
    const once = await (await w.as(first)).call(sign, given, { idempotencyKey: 'double-click' })
    const twice = await (await w.as(first)).call(sign, given, { idempotencyKey: 'double-click' })
    expect(twice).toEqual(once)
    expect((await w.trace(opinionId)).filter(({ op }) => op === 'opinion.sign')).toHaveLength(1)
    await signAsAppraiser(await proven(w, second), opinionId, passphrase)
    await sealForInstitution(await proven(w, issuer), opinionId, passphrase)
    await (await w.as(issuer)).call(issue, { id: opinionId })
    await w.program.settle()
    const trust = readTrust(await (await w.anonymous().raw('/trust.json')).json())
    const court = await w.as('court-officer')
    const file = await court.raw(`/api/opinions/${opinionId}/content`)
    const proof = await (await court.raw(`/api/opinions/${opinionId}/opinion.tlog-proof`)).text()
    const report = await verifyOpinion({ pdf: new Uint8Array(await file.arrayBuffer()), proof, trust })
    expect(report.findings.filter(({ holds }) => holds !== true)).toEqual([])
  })

  it('is not mixed up: a signature by another key, or an old one, is refused', async () => {
    const other = await approvedCase(w)
    const frozen = await frozenOpinion(w, other.id)
    const given = await signatureFor(
      await proven(w, first),
      { id: frozen.opinionId, kind: 'person' },
      passphrase,
    )
    const foreign = await makeSigningKey(passphrase, Buffer.from('0123456789abcdef').toString('base64'))
    const key = await unlockSigningKey(foreign.wrapped, passphrase)
    if (!key) throw new Error('no key')
    const signature = await signWithKey(key, Buffer.from('something else').toString('base64'))
    const refused = await (await w.as(first)).refusal(sign, { ...given, signature })
    expect(refused.type).toBe('/problems/stale-version')
    w.clock.advance(16 * 60_000)
    expect(ruleIds(await (await proven(w, first)).refusal(sign, given))).toEqual(['signed-now'])
  })

  it('is followed by what becomes of the opinion, shown to anyone who checks', async () => {
    const { no, verificationCode } = (await shown(id)).opinions[0] ?? { no: '', verificationCode: '' }
    const check = async () =>
      (await w.anonymous().call(checkOpinion, { number: no, code: verificationCode })).body.registered
    const correction = { id: opinionId, ground: 'WORDING_SLIP', text: '第 3 页“卡簧”误作“卡环”。' } as const
    const meaning = await (await proven(w, first)).refusal(recordCorrection, {
      ...correction,
      meaningUnchanged: false as true, // what a careless form would send
    })
    expect(meaning.issues[0]?.detail).toContain('改变意见原意的不能补正')
    const unperformed = await (await proven(w, issuer)).refusal(recordCorrection, {
      ...correction,
      meaningUnchanged: true,
    })
    expect(unperformed.status).toBe(403)
    await (await proven(w, first)).call(recordCorrection, { ...correction, meaningUnchanged: true })
    expect(await check()).toMatchObject({
      validity: 'CORRECTED',
      changes: [{ label: '已补正', ground: '文字表达有误' }],
    })
    expect(JSON.stringify(await check())).not.toContain('误作')
    const admin = await w.as('jia-admin')
    const same = await admin.refusal(recordSupplement, {
      id: opinionId,
      successor: no,
      text: '补充第 2 项。',
    })
    expect(ruleIds(same)).toEqual(['successor-is-another'])
    const head = await proven(w, 'jia-head')
    const unexplained = await head.refusal(withdraw, { id: opinionId, text: '发现检材来源存疑，撤回重做。' })
    expect(ruleIds(unexplained)).toEqual(['withdrawal-restricted'])
    await admin.call(recordSupersession, {
      id: opinionId,
      successor: '乙鉴[2026]知鉴字第9号',
      text: '法院另行委托。',
    })
    expect(await check()).toMatchObject({ validity: 'SUPERSEDED_BY_REAPPRAISAL' })
    const late = await head.refusal(
      withdraw,
      { id: opinionId, text: '发现检材来源存疑，撤回重做。' },
      { reasons: { 'withdrawal-restricted': '法院同意撤回。' } },
    )
    expect(late.status).toBe(409)
  })
})

describe('setting the document', () => {
  it('fails without a trace of half a document where the store is out of order, and works when asked again', async () => {
    const { id } = await approvedCase(w)
    const [incoming, aside] = [join(dataDir, 'files/incoming'), join(dataDir, 'aside')]
    renameSync(incoming, aside)
    writeFileSync(incoming, '')
    const { opinionId } = await frozenOpinion(w, id)
    expect((await shown(id)).opinions[0]).toMatchObject({ state: 'RENDERING', fileSha256: null })
    rmSync(incoming)
    mkdirSync(incoming)
    rmSync(aside, { recursive: true })
    expect((await (await w.as(first)).refusal(retry, { id: opinionId })).status).toBe(403)
    await (await w.as(issuer)).call(retry, { id: opinionId })
    await w.program.settle()
    expect((await shown(id)).opinions[0]?.state).toBe('SIGNING')
    const twice = await (await w.as(issuer)).refusal(freeze, { id })
    expect(ruleIds(twice)).toContain('one-living-opinion')
    const unready = await (await w.as(second)).call(prepareSignature, { id: opinionId, kind: 'person' })
    expect(unready.body.field).toBe('appraiser-2')
  })
})

describe('the whole', () => {
  it('agrees with the log', async () => {
    expect(await w.fsck()).toEqual([])
  })
})
