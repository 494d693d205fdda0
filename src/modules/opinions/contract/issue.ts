import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { text } from '#kernel/text.ts'
import { deliveryMethod } from '#law/terms/commission-form.ts'
import { opinionValidity } from '#law/terms/opinion-validity.ts'
import { keyKind } from './keys.ts'

const id = z.uuid().meta({ title: '案件' })
const opinionId = z.uuid().meta({ title: '鉴定意见书' })
const time = z.iso.datetime()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const state = z.string()

export const freeze = endpoint({
  id: 'opinion.freeze',
  title: '定稿',
  method: 'POST',
  path: '/cases/:id/freeze-opinion',
  input: z.object({ id }),
  output: z.object({
    opinionId,
    opinionNo: z.string(),
    verificationCode: z.string(),
    state,
    manifestSha256: sha256,
  }),
  refusals: ['not-found', 'rule-violated'],
})

export const returnOpinion = endpoint({
  id: 'opinion.return',
  title: '签发退回',
  method: 'POST',
  path: '/cases/:id/return-opinion',
  input: z.object({ id, reason: text('退回的理由', 1000, { min: 4 }) }),
  output: z.object({ state, voided: z.string().nullable() }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const attachRendering = endpoint({
  id: 'opinion.attach-rendering',
  title: '存入成文文件',
  method: 'POST',
  path: '/opinions/:id/attach-rendering',
  input: z.object({ id: opinionId, sha256, pages: z.int().min(1) }),
  output: z.object({ state }),
  refusals: ['not-found', 'wrong-state'],
})

export const reportRenderFailure = endpoint({
  id: 'opinion.report-failure',
  title: '记录成文失败',
  method: 'POST',
  path: '/opinions/:id/report-failure',
  input: z.object({ id: opinionId, says: z.string().max(500) }),
  output: z.object({ state }),
  refusals: ['not-found', 'wrong-state'],
})

export const retry = endpoint({
  id: 'opinion.retry',
  title: '重新成文',
  method: 'POST',
  path: '/opinions/:id/retry',
  input: z.object({ id: opinionId }),
  output: z.object({ state }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

/** First pass of a signature: looks only. The file is what is signed, with room for the signature. */
export const prepareSignature = endpoint({
  id: 'opinion.prepare-signature',
  title: '取得待签文件',
  method: 'GET',
  path: '/opinions/:id/prepare-signature',
  input: z.object({ id: opinionId, kind: keyKind.schema }),
  output: z.object({
    keyId: z.uuid(),
    field: z.string(),
    /** SHA-256 of the stored file that the signature is added to. */
    base: sha256,
    signingTime: time,
    /** DER signed attributes, base64: what the key signs (ECDSA P-256 with SHA-256, r‖s). */
    toBeSigned: z.base64(),
    /** SHA-256, hex, of the bytes that the signature covers. */
    documentDigest: sha256,
    /** The prepared file, base64. */
    document: z.base64(),
  }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

const signed = {
  id: opinionId,
  keyId: z.uuid(),
  base: sha256.meta({ title: '待签文件' }),
  signingTime: time,
  signature: z.base64().max(100).meta({ title: '签名值' }),
}

export const sign = endpoint({
  id: 'opinion.sign',
  title: '鉴定人签名',
  method: 'POST',
  path: '/opinions/:id/sign',
  input: z.object(signed),
  output: z.object({ state, fileSha256: sha256, waiting: z.array(z.string()) }),
  refusals: ['not-found', 'wrong-state', 'stale-version', 'rule-violated', 'unavailable', 'step-up-required'],
})

export const seal = endpoint({
  id: 'opinion.seal',
  title: '加盖机构电子印章',
  method: 'POST',
  path: '/opinions/:id/seal',
  input: z.object(signed),
  output: z.object({ state, fileSha256: sha256 }),
  refusals: ['not-found', 'wrong-state', 'stale-version', 'rule-violated', 'unavailable', 'step-up-required'],
})

export const issue = endpoint({
  id: 'opinion.issue',
  title: '签发',
  method: 'POST',
  path: '/opinions/:id/issue',
  input: z.object({ id: opinionId }),
  output: z.object({ state, opinionNo: z.string(), fileSha256: sha256, issuedAt: time }),
  refusals: ['not-found', 'wrong-state', 'stale-version', 'rule-violated', 'step-up-required'],
})

/** What the public and the sidecar need of a file; the bytes come from `/opinions/:id/content` and `/view`. */
export const openOpinion = endpoint({
  id: 'opinion.open',
  title: '打开鉴定意见书文件',
  method: 'GET',
  path: '/opinions/:id/open',
  input: z.object({ id: opinionId }),
  output: z.object({ name: z.string(), sha256, size: z.int(), mediaType: z.string() }),
  refusals: ['not-found'],
})

export const proveOpinion = endpoint({
  id: 'opinion.prove',
  title: '取得签发登记证明',
  method: 'GET',
  path: '/opinions/:id/proof',
  input: z.object({ id: opinionId }),
  output: z.object({ name: z.string(), proof: z.string(), traceIndex: z.int() }),
  refusals: ['not-found', 'wrong-state', 'unavailable'],
})

const delivery = z.object({
  recipient: text('受送达人', 120),
  method: deliveryMethod.schema,
  receipt: text('送达凭证', 200),
})

export const deliver = endpoint({
  id: 'opinion.deliver',
  title: '送达',
  method: 'POST',
  path: '/cases/:id/deliver-opinion',
  input: z.object({ id, deliveries: z.array(delivery).min(1, '请填写向谁送达').max(40) }),
  output: z.object({ state, deliveredAt: time }),
  refusals: ['not-found', 'wrong-state'],
})

export const acknowledge = endpoint({
  id: 'opinion.acknowledge',
  title: '签收',
  method: 'POST',
  path: '/cases/:id/acknowledge-opinion',
  input: z.object({ id }),
  output: z.object({ acknowledgedAt: time }),
  refusals: ['not-found', 'rule-violated'],
})

const finding = z.object({
  rule: z.string(),
  brief: z.string(),
  says: z.string(),
  basis: z.array(z.string()),
  outcome: z.string(),
  detail: z.string(),
  remedy: z.string(),
})

const signatory = z.object({
  accountId: z.uuid(),
  name: z.string(),
  field: z.string(),
  signedAt: time.nullable(),
  /** False where the key was reported lost before the opinion was issued. */
  keyAlive: z.boolean(),
  left: z.boolean(),
})

export const opinionShown = z.object({
  id: opinionId,
  no: z.string(),
  verificationCode: z.string(),
  state,
  stateLabel: z.string(),
  frozenAt: time,
  frozenBy: z.string(),
  manifestSha256: z.string(),
  renderFailure: z.string().nullable(),
  pages: z.int().nullable(),
  fileSha256: z.string().nullable(),
  signatories: z.array(signatory),
  seal: z.object({ name: z.string(), at: time, by: z.string() }).nullable(),
  issuedAt: time.nullable(),
  issuedBy: z.string().nullable(),
  voidedAt: time.nullable(),
  voidReason: z.string().nullable(),
  validity: opinionValidity.schema,
  validityLabel: z.string(),
  changes: z.array(
    z.object({
      label: z.string(),
      ground: z.string(),
      text: z.string(),
      successor: z.string(),
      by: z.string(),
      at: time,
    }),
  ),
  deliveries: z.array(
    z.object({
      recipient: z.string(),
      method: z.string(),
      receipt: z.string(),
      at: time,
      acknowledgedAt: time.nullable(),
    }),
  ),
})
export type OpinionShown = z.output<typeof opinionShown>

export const showOpinion = endpoint({
  id: 'opinion.show',
  title: '签名与签发',
  method: 'GET',
  path: '/cases/:id/opinion',
  input: z.object({ id }),
  output: z.object({
    id,
    caseCode: z.string(),
    caseTitle: z.string(),
    caseState: z.string(),
    /** Newest first; to the entrusting side only what was issued. */
    opinions: z.array(opinionShown),
    /** Rules of the next step, judged now: of freezing, or of issuing once frozen. */
    checklist: z.array(finding),
    /** The profile's list of required contents (O-07, O-08, O-09). */
    contents: z.array(z.object({ text: z.string(), basis: z.string(), present: z.boolean() })),
    /** Who asks, and what he may do here. */
    own: z.object({ account: z.uuid().nullable(), signs: z.boolean(), issues: z.boolean() }),
    notConnected: z.array(z.string()),
  }),
  refusals: ['not-found'],
})
