import { stepUpSession } from '#modules/identity/contract.ts'
import { prepareSignature, seal, sign } from '#modules/opinions/contract/issue.ts'
import { challengeKey, myKeys, registerKey } from '#modules/opinions/contract/keys.ts'
import { digestOfPrepared, speaksOf } from '#modules/opinions/ui/prepared-document.ts'
import { makeSigningKey, signWithKey, unlockSigningKey } from '#modules/opinions/ui/signing-key.ts'
import type { Client } from './client.ts'

/** Makes a key in this process with the browser's own code, ready to be registered. */
export async function newKey(person: Client, passphrase: string) {
  const { body } = await person.call(challengeKey, {})
  return makeSigningKey(passphrase, body.challenge)
}

/** Makes a key and registers it. The session must be stepped up. */
export async function registerOwnKey(person: Client, kind: 'person' | 'seal', passphrase: string) {
  return person.call(registerKey, { kind, ...(await newKey(person, passphrase)) })
}

/** Proves identity anew with the password; where an authenticator is enrolled the code is asked for instead. */
export async function proveIdentity(person: Client, password: string): Promise<void> {
  await person.call(stepUpSession, { password })
}

/** What a person's browser does before it signs: fetch, hash what is shown, compare with what is to be signed, sign. */
export async function signatureFor(
  person: Client,
  opinion: { readonly id: string; readonly kind: 'person' | 'seal' },
  passphrase: string,
) {
  const { body } = await person.call(prepareSignature, opinion)
  const digest = await digestOfPrepared(new Uint8Array(Buffer.from(body.document, 'base64')))
  const honest = speaksOf(new Uint8Array(Buffer.from(body.toBeSigned, 'base64')), digest)
  if (digest !== body.documentDigest || !honest) throw new Error('what is to be signed is not what is shown')
  const own = (await person.call(myKeys, {})).body.keys.find(({ id }) => id === body.keyId)
  const key = own && (await unlockSigningKey(own.wrapped, passphrase))
  if (!key) throw new Error('the key to sign with is not among the own keys, or the passphrase is wrong')
  const signature = await signWithKey(key, body.toBeSigned)
  const { keyId, base, signingTime } = body
  return { id: opinion.id, keyId, base, signingTime, signature }
}

export async function signAsAppraiser(person: Client, id: string, passphrase: string) {
  return person.call(sign, await signatureFor(person, { id, kind: 'person' }, passphrase))
}

export async function sealForInstitution(person: Client, id: string, passphrase: string) {
  return person.call(seal, await signatureFor(person, { id, kind: 'seal' }, passphrase))
}
