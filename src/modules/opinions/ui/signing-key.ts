import { fromBase64, toBase64 } from '#log/core/base64.ts'
import type { WrappedKey } from '../contract/keys.ts'

/**
 * A person's signing key, made, wrapped and unlocked where he sits (WebCrypto; the walkthrough plays it in Node with the same
 * code). The server sees the wrapped key, the public key and signatures, never the passphrase or the key itself.
 */
const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signature = { name: 'ECDSA', hash: 'SHA-256' } as const
/** OWASP's figure for PBKDF2 with SHA-256 (2023); the contract accepts nothing less. */
const ITERATIONS = 600_000

export interface NewKey {
  /** DER SubjectPublicKeyInfo, base64. */
  readonly publicKey: string
  /** Signature over the server's challenge, base64 of r‖s. */
  readonly possession: string
  readonly wrapped: WrappedKey
}

/** Makes a key and wraps it with the passphrase. `challenge` (base64) comes from the server and is signed to prove possession. */
export async function makeSigningKey(passphrase: string, challenge: string): Promise<NewKey> {
  const { subtle } = globalThis.crypto
  const keys = await subtle.generateKey(p256, true, ['sign', 'verify'])
  const salt = random(16)
  const iv = random(12)
  const wrapping = await wrappingKey(passphrase, salt, ITERATIONS)
  const key = await subtle.wrapKey('pkcs8', keys.privateKey, wrapping, { name: 'AES-GCM', iv })
  const possession = await subtle.sign(signature, keys.privateKey, bytes(challenge))
  return {
    publicKey: toBase64(new Uint8Array(await subtle.exportKey('spki', keys.publicKey))),
    possession: toBase64(new Uint8Array(possession)),
    wrapped: {
      version: 1,
      derivation: 'PBKDF2-SHA-256',
      iterations: ITERATIONS,
      salt: toBase64(salt),
      cipher: 'AES-256-GCM',
      iv: toBase64(iv),
      key: toBase64(new Uint8Array(key)),
    },
  }
}

/** The private key, usable until the page is left; undefined where the passphrase is not the right one. */
export async function unlockSigningKey(
  wrapped: WrappedKey,
  passphrase: string,
): Promise<CryptoKey | undefined> {
  const { subtle } = globalThis.crypto
  const wrapping = await wrappingKey(passphrase, bytes(wrapped.salt), wrapped.iterations)
  const cipher = { name: 'AES-GCM', iv: bytes(wrapped.iv) }
  try {
    return await subtle.unwrapKey('pkcs8', bytes(wrapped.key), wrapping, cipher, p256, false, ['sign'])
  } catch {
    return undefined // AES-GCM refuses a wrong key; there is nothing more to learn from the error
  }
}

/** Signs what the server prepared (base64 in, base64 of r‖s out). */
export async function signWithKey(key: CryptoKey, toBeSigned: string): Promise<string> {
  return toBase64(new Uint8Array(await globalThis.crypto.subtle.sign(signature, key, bytes(toBeSigned))))
}

async function wrappingKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const { subtle } = globalThis.crypto
  const secret = await subtle.importKey(
    'raw',
    new TextEncoder().encode(passphrase.normalize('NFKC')),
    'PBKDF2',
    false,
    ['deriveKey'],
  )
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  )
}

function random(length: number): Uint8Array<ArrayBuffer> {
  return globalThis.crypto.getRandomValues(new Uint8Array(length))
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  const decoded = fromBase64(base64)
  if (!decoded) throw new TypeError('not base64')
  return new Uint8Array(decoded)
}
