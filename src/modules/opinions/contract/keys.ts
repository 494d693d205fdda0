import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { term } from '#kernel/term.ts'
import { text } from '#kernel/text.ts'

const id = z.uuid().meta({ title: '密钥' })
const time = z.iso.datetime()
const base64 = z.base64().max(4000)

export const keyKind = term('密钥用途', { person: '本人签名', seal: '机构电子印章' })

/** A private key wrapped with a key derived from the passphrase that only its holder knows; all binary is base64. */
export const wrappedKey = z.strictObject({
  version: z.literal(1),
  derivation: z.literal('PBKDF2-SHA-256'),
  iterations: z.int().min(600_000).max(10_000_000),
  salt: base64,
  cipher: z.literal('AES-256-GCM'),
  iv: base64,
  /** PKCS #8, encrypted. */
  key: base64,
})
export type WrappedKey = z.output<typeof wrappedKey>

const signingKey = z.object({
  id,
  kind: keyKind.schema,
  state: z.string(),
  /** In whose name the certificate is. */
  name: z.string(),
  authority: z.string(),
  demonstration: z.boolean(),
  certificateSha256: z.string(),
  wrapped: wrappedKey,
  registeredAt: time,
  revokedAt: time.nullable(),
  revokeReason: z.string().nullable(),
})
export type SigningKey = z.output<typeof signingKey>

export const myKeys = endpoint({
  id: 'key.mine',
  title: '本人的签名密钥',
  method: 'GET',
  path: '/keys/mine',
  input: z.object({}),
  output: z.object({
    keys: z.array(signingKey),
    /** Kinds that this person may hold. */
    kinds: z.array(keyKind.schema),
    /** Somebody else reset the credentials and no second person has confirmed it: no key is registered until then. */
    openReset: z.object({ at: time, by: z.string(), confirmers: z.array(z.string()) }).nullable(),
    /** Ways of signing that are not connected here. */
    notConnected: z.array(z.string()),
  }),
})

export const challengeKey = endpoint({
  id: 'key.challenge',
  title: '申请登记签名密钥',
  method: 'POST',
  path: '/keys/challenge',
  input: z.object({}),
  output: z.object({ challenge: base64 }),
})

export const registerKey = endpoint({
  id: 'key.register',
  title: '登记签名密钥',
  method: 'POST',
  path: '/keys/register',
  input: z.object({
    kind: keyKind.schema,
    publicKey: base64.meta({ title: '公钥', description: 'P-256 SubjectPublicKeyInfo（DER，base64）' }),
    possession: base64.meta({ title: '持有证明', description: '对服务器随机数的 ECDSA 签名 r‖s（base64）' }),
    wrapped: wrappedKey.meta({ title: '加密保存的私钥' }),
  }),
  output: z.object({
    id,
    state: z.string(),
    authority: z.string(),
    demonstration: z.boolean(),
    certificateSha256: z.string(),
  }),
  refusals: ['rule-violated', 'step-up-required'],
})

export const revokeKey = endpoint({
  id: 'key.revoke',
  title: '挂失签名密钥',
  method: 'POST',
  path: '/keys/:id/revoke',
  input: z.object({ id, reason: text('挂失原因', 200, { min: 2 }) }),
  output: z.object({
    state: z.string(),
    /** Numbers of unissued opinions that carry its signature: they must be returned and frozen anew. */
    affected: z.array(z.string()),
  }),
  refusals: ['not-found', 'wrong-state', 'step-up-required'],
})
