import { stepUpSession } from '#modules/identity/contract.ts'
import {
  acknowledge,
  deliver,
  freeze,
  issue,
  prepareSignature,
  seal,
  showOpinion,
  sign,
} from '#modules/opinions/contract/issue.ts'
import { challengeKey, myKeys, registerKey } from '#modules/opinions/contract/keys.ts'
import { digestOfPrepared, speaksOf } from '#modules/opinions/ui/prepared-document.ts'
import { makeSigningKey, signWithKey, unlockSigningKey } from '#modules/opinions/ui/signing-key.ts'
import type { Client } from '../client.ts'
import { type Matter, type Stage, staff } from './stage.ts'

export const demonstrationPassphrase = '演示签名口令-请勿用于真实签名'
/** Keys unlocked in this process, by who holds them: a person at his browser unlocks once a sitting. */
const unlocked = new WeakMap<Client, Map<'person' | 'seal', CryptoKey>>()

/** 10: freeze, each performing appraiser signs, the issuer seals and issues. */
export async function signAndIssue(stage: Stage, matter: Matter): Promise<void> {
  const { id } = matter
  const issuer = await stage.as(staff(matter, 'issuer'))
  const frozen = await issuer.call(freeze, { id }, { reasons: { 'within-main-limit': '演示中的时间间隔。' } })
  stage.say(
    `定稿 ${frozen.body.opinionNo}，清单 ${frozen.body.manifestSha256.slice(0, 12)}…`,
    frozen.traceIndex,
  )
  const { opinionId } = frozen.body
  await until(
    stage,
    '成文',
    async () => (await issuer.call(showOpinion, { id })).body.opinions[0]?.state === 'SIGNING',
  )
  for (const who of ['appraiser1', 'appraiser2']) {
    const by = await stage.as(staff(matter, who))
    const signed = await put(stage, by, staff(matter, who), 'person', opinionId)
    stage.say('鉴定人签名（时间戳、验签后入档）', signed)
  }
  stage.say('加盖机构电子印章', await put(stage, issuer, staff(matter, 'issuer'), 'seal', opinionId))
  await stepUp(stage, issuer, staff(matter, 'issuer'))
  const issued = await issuer.call(issue, { id: opinionId })
  stage.say(`签发，文件 ${issued.body.fileSha256.slice(0, 12)}…`, issued.traceIndex)
  matter.opinionId = opinionId
}

/** Delivery with receipt, and the entrusting side's acknowledgement. */
export async function deliverIt(stage: Stage, matter: Matter): Promise<void> {
  const { id } = matter
  const archivist = await stage.as(staff(matter, 'archivist'))
  const deliveries = [{ recipient: '委托方', method: 'ELECTRONIC' as const, receipt: '系统送达回执' }]
  stage.say('送达', (await archivist.call(deliver, { id, deliveries })).traceIndex)
  const client = await stage.as(matter.client)
  stage.say('委托方签收', (await client.call(acknowledge, { id })).traceIndex)
}

async function put(
  stage: Stage,
  by: Client,
  login: string,
  kind: 'person' | 'seal',
  opinionId: string,
): Promise<number | null> {
  const key = await keyOf(stage, by, login, kind)
  const { body: prepared } = await by.call(prepareSignature, { id: opinionId, kind })
  const digest = await digestOfPrepared(new Uint8Array(Buffer.from(prepared.document, 'base64')))
  if (!speaksOf(new Uint8Array(Buffer.from(prepared.toBeSigned, 'base64')), digest))
    throw new Error('待签内容与所示文件不符，没有签名')
  await stepUp(stage, by, login)
  const { keyId, base, signingTime } = prepared
  const signature = await signWithKey(key, prepared.toBeSigned)
  const input = { id: opinionId, keyId, base, signingTime, signature }
  return (kind === 'person' ? await by.call(sign, input) : await by.call(seal, input)).traceIndex
}

/** The person's own key: made and registered at the first need, else unlocked with his passphrase. */
async function keyOf(stage: Stage, by: Client, login: string, kind: 'person' | 'seal'): Promise<CryptoKey> {
  const ring = unlocked.get(by) ?? new Map<'person' | 'seal', CryptoKey>()
  unlocked.set(by, ring)
  const known = ring.get(kind)
  if (known) return known
  const own = async () =>
    (await by.call(myKeys, {})).body.keys.find((each) => each.kind === kind && each.revokedAt === null)
      ?.wrapped
  if (!(await own())) {
    await stepUp(stage, by, login)
    const { body } = await by.call(challengeKey, {})
    const made = await makeSigningKey(demonstrationPassphrase, body.challenge)
    const registered = await by.call(registerKey, { kind, ...made })
    stage.say(
      kind === 'person' ? '登记本人签名密钥（演示证书）' : '登记机构印章密钥（演示证书）',
      registered.traceIndex,
    )
  }
  const wrapped = await own()
  const key = wrapped && (await unlockSigningKey(wrapped, demonstrationPassphrase))
  if (!key) throw new Error(`${login} 的签名密钥打不开`)
  ring.set(kind, key)
  return key
}

async function stepUp(stage: Stage, by: Client, login: string): Promise<void> {
  await by.call(stepUpSession, { password: stage.password(login) })
}

async function until(stage: Stage, what: string, reached: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    await stage.settle()
    if (await reached()) return
  }
  throw new Error(`等了很久，${what}仍未完成`)
}
