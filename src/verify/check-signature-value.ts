import { type Bytes, type Der, Fields, NotDer, oidOf, readDer } from './der.ts'
import { oid } from './object-identifiers.ts'

const hashNames: Partial<Record<string, string>> = {
  [oid.sha1]: 'SHA-1',
  [oid.sha256]: 'SHA-256',
  [oid.sha384]: 'SHA-384',
  [oid.sha512]: 'SHA-512',
  [oid.rsaSha256]: 'SHA-256',
  [oid.rsaSha384]: 'SHA-384',
  [oid.rsaSha512]: 'SHA-512',
  [oid.ecdsaSha256]: 'SHA-256',
  [oid.ecdsaSha384]: 'SHA-384',
}

/** The WebCrypto name of a digest AlgorithmIdentifier, whose parameters may only be absent or NULL. */
export function hashName(algorithm: Der): string {
  const name = hashNames[algorithmId(algorithm)]
  if (!name) throw new NotDer(`不支持的摘要算法 ${algorithmId(algorithm)}`)
  return name
}

function algorithmId(algorithm: Der): string {
  const fields = new Fields(algorithm)
  const id = oidOf(fields.next(0x06))
  fields.optional(0x05)
  fields.end()
  return id
}

export async function digest(name: string, data: Bytes): Promise<Bytes> {
  return new Uint8Array(await globalThis.crypto.subtle.digest(name, data))
}

/** Does `signature` over `data` belong to the public key? ECDSA P-256/P-384 and RSA PKCS#1 v1.5 with SHA-2. */
export async function checkSignatureValue(asked: {
  data: Bytes
  signature: Bytes
  algorithm: Der
  publicKey: Der
  /** The digest of the CMS signer, for bare `rsaEncryption`, which names none. */
  hash?: string
}): Promise<boolean> {
  const id = algorithmId(asked.algorithm)
  const hash = hashNames[id] ?? (id === oid.rsa ? asked.hash : undefined)
  if (!hash) throw new NotDer(`不支持的签名算法 ${id}`)
  const [keyAlgorithm] = asked.publicKey.children
  const keyType = keyAlgorithm?.children[0] ? oidOf(keyAlgorithm.children[0]) : ''
  const { subtle } = globalThis.crypto
  if (keyType === oid.rsa && id.startsWith('1.2.840.113549.1.1.')) {
    const scheme = { name: 'RSASSA-PKCS1-v1_5', hash }
    return subtle.verify(scheme, await importedKey(asked.publicKey, scheme), asked.signature, asked.data)
  }
  const curve = keyAlgorithm?.children[1] ? oidOf(keyAlgorithm.children[1]) : ''
  const named = {
    [oid.p256]: { namedCurve: 'P-256', size: 32 },
    [oid.p384]: { namedCurve: 'P-384', size: 48 },
  }[curve]
  if (keyType !== oid.ecPublicKey || !named || !id.startsWith('1.2.840.10045.4.3.')) {
    throw new NotDer('签名算法与公钥不相符')
  }
  const scheme = { name: 'ECDSA', namedCurve: named.namedCurve, hash }
  const signature = fixedPair(asked.signature, named.size)
  return subtle.verify(scheme, await importedKey(asked.publicKey, scheme), signature, asked.data)
}

async function importedKey(
  publicKey: Der,
  scheme: RsaHashedImportParams | EcKeyImportParams,
): Promise<CryptoKey> {
  try {
    return await globalThis.crypto.subtle.importKey('spki', publicKey.bytes, scheme, false, ['verify'])
  } catch {
    throw new NotDer('公钥无法读取')
  }
}

/** From DER SEQUENCE { r, s } to the fixed-width r‖s of WebCrypto. */
function fixedPair(signature: Bytes, size: number): Bytes {
  const fields = new Fields(readDer(signature))
  const pair = new Uint8Array(2 * size)
  for (const [i, value] of [fields.next(0x02).body, fields.next(0x02).body].entries()) {
    const plain = value[0] === 0 ? value.subarray(1) : value
    if (plain.length > size || (value[0] ?? 0) >= 0x80) throw new NotDer('签名值超出范围')
    pair.set(plain, (i + 1) * size - plain.length)
  }
  fields.end()
  return pair
}
