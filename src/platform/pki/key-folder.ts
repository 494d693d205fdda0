import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bytes } from '#verify/der.ts'

export const p256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** A key pair of the program itself (never of a person) with its certificate. */
export interface OwnKey {
  readonly keys: CryptoKeyPair
  readonly certificate: Bytes
}

/** Reads a key and its certificate from the folder, or makes them once. Files are readable by their owner only. */
export async function ownKey(
  folder: string,
  name: string,
  certify: (keys: CryptoKeyPair) => Promise<ArrayBuffer>,
): Promise<OwnKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const keyFile = join(folder, `${name}.pkcs8`)
  const certificateFile = join(folder, `${name}.cer`)
  const stored = await readIfThere(certificateFile)
  if (stored) return { keys: await readKeys(keyFile, stored), certificate: stored }
  const { subtle } = globalThis.crypto
  const keys = await subtle.generateKey(p256, true, ['sign', 'verify'])
  const certificate = new Uint8Array(await certify(keys))
  await writeOnce(keyFile, new Uint8Array(await subtle.exportKey('pkcs8', keys.privateKey)))
  // The certificate is written last: where it stands, the key stands too.
  await writeOnce(certificateFile, certificate)
  return { keys, certificate }
}

export async function signWith(key: CryptoKey, data: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await globalThis.crypto.subtle.sign(p256, key, new Uint8Array(data)))
}

async function readKeys(keyFile: string, certificate: Bytes): Promise<CryptoKeyPair> {
  const { X509Certificate } = await import('node:crypto')
  const { subtle } = globalThis.crypto
  const spki = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' })
  return {
    privateKey: await subtle.importKey('pkcs8', new Uint8Array(await readFile(keyFile)), p256, true, [
      'sign',
    ]),
    publicKey: await subtle.importKey('spki', new Uint8Array(spki), p256, true, ['verify']),
  }
}

async function readIfThere(file: string): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function writeOnce(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
}
