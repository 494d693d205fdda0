import 'reflect-metadata'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  type JsonNameParams,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  X509CertificateGenerator,
} from '@peculiar/x509'
import type { Bytes } from '#verify/der.ts'
import { oid } from '#verify/object-identifiers.ts'
import { type OwnKey, ownKey, p256 } from './key-folder.ts'

/** What a person or an institution brings to get a certificate. */
export interface CertificateOrder {
  /** DER SubjectPublicKeyInfo of a P-256 key that was made in the browser. */
  readonly publicKey: Uint8Array
  /** The random bytes that this server asked to be signed, and the signature (r‖s, ECDSA with SHA-256) over them. */
  readonly challenge: Uint8Array
  readonly possession: Uint8Array
  readonly kind: 'person' | 'seal'
  /** Name of the person or the institution; for a person also the institution he works in and his practice number. */
  readonly name: string
  readonly organisation?: string
  readonly number?: string
}

/** The seam for a licensed authority: the demonstration one below is the only one connected so far. */
export interface CertificateAuthority {
  readonly name: string
  readonly demonstration: boolean
  readonly rootPem: string
  /** The signer's certificate, with the issuers a verifier needs beside its root. Throws PossessionNotProven. */
  issue(order: CertificateOrder, at: Date): Promise<readonly Bytes[]>
}

/** The key was not shown to be in the hands of him who asks. */
export class PossessionNotProven extends Error {}

type RandomBytes = (length: number) => Uint8Array

const years = (at: Date, count: number) => new Date(at.getTime() + count * 365.25 * 86_400_000)
const dayBefore = (at: Date) => new Date(at.getTime() - 86_400_000)

const rootName = [
  { CN: ['明鉴演示根证书 DEMONSTRATION CA'] },
  { O: ['演示机构，不具法律效力'] },
  { C: ['CN'] },
]
const stampRootName = [
  { CN: ['明鉴演示时间戳根证书 DEMONSTRATION TSA CA'] },
  { O: ['演示机构，不具法律效力'] },
  { C: ['CN'] },
]
const stampName = [
  { CN: ['明鉴演示时间戳 DEMONSTRATION TSA'] },
  { O: ['演示机构，不具法律效力'] },
  { C: ['CN'] },
]

/** A certificate authority of our own, made at the first start in `folder`. Every name it writes says 演示. */
export async function demonstrationAuthority(
  folder: string,
  made: { at: Date; randomBytes: RandomBytes },
): Promise<CertificateAuthority> {
  const root = await rootKey(folder, 'demonstration-ca', rootName, made)
  return {
    name: '明鉴演示根证书 DEMONSTRATION CA',
    demonstration: true,
    rootPem: pemOf(root.certificate),
    async issue(order, at) {
      const publicKey = await provenKey(order)
      const certificate = await X509CertificateGenerator.create({
        serialNumber: serialNumber(made.randomBytes),
        subject: new Name(subjectOf(order)),
        issuer: rootName,
        notBefore: dayBefore(at),
        notAfter: years(at, 3),
        publicKey,
        signingKey: root.keys.privateKey,
        signingAlgorithm: p256,
        extensions: [
          new BasicConstraintsExtension(false, undefined, true),
          new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
        ],
      })
      return [new Uint8Array(certificate.rawData)]
    },
  }
}

/** The key of our own time-stamp authority and the root that vouches for it. */
export async function demonstrationStampKey(
  folder: string,
  made: { at: Date; randomBytes: RandomBytes },
): Promise<{ key: OwnKey; rootPem: string }> {
  const root = await rootKey(folder, 'demonstration-tsa-root', stampRootName, made)
  const key = await ownKey(folder, 'demonstration-tsa', async ({ publicKey }) => {
    const certificate = await X509CertificateGenerator.create({
      serialNumber: serialNumber(made.randomBytes),
      subject: stampName,
      issuer: stampRootName,
      notBefore: dayBefore(made.at),
      notAfter: years(made.at, 25),
      publicKey,
      signingKey: root.keys.privateKey,
      signingAlgorithm: p256,
      // RFC 3161 §2.3: exactly this purpose, and critical.
      extensions: [
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([oid.timeStamping], true),
      ],
    })
    return certificate.rawData
  })
  return { key, rootPem: pemOf(root.certificate) }
}

export function pemOf(certificate: Uint8Array): string {
  const base64 = Buffer.from(certificate)
    .toString('base64')
    .replaceAll(/(.{64})(?=.)/g, '$1\n')
  return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`
}

function rootKey(
  folder: string,
  file: string,
  name: typeof rootName,
  made: { at: Date; randomBytes: RandomBytes },
): Promise<OwnKey> {
  return ownKey(folder, file, async (keys) => {
    const extensions: Extension[] = [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ]
    const validity = { notBefore: dayBefore(made.at), notAfter: years(made.at, 30) }
    const serial = serialNumber(made.randomBytes)
    const root = { serialNumber: serial, name, keys, signingAlgorithm: p256, extensions, ...validity }
    return (await X509CertificateGenerator.createSelfSigned(root)).rawData
  })
}

function subjectOf({ kind, name, organisation, number }: CertificateOrder): JsonNameParams {
  return [
    { CN: [{ utf8String: `${name}（演示${kind === 'seal' ? '电子印章' : ''}）` }] },
    ...(organisation ? [{ O: [{ utf8String: organisation }] }] : []),
    ...(number ? [{ '2.5.4.5': [{ utf8String: number }] }] : []),
    { OU: [{ utf8String: '演示证书 DEMONSTRATION，不具法律效力' }] },
    { C: [{ printableString: 'CN' }] },
  ]
}

async function provenKey(order: CertificateOrder): Promise<CryptoKey> {
  const { subtle } = globalThis.crypto
  const refusal = new PossessionNotProven('公钥与签名不符：请在本浏览器中重新生成密钥后再申请证书')
  let key: CryptoKey
  try {
    key = await subtle.importKey('spki', new Uint8Array(order.publicKey), p256, true, ['verify'])
  } catch {
    throw refusal
  }
  const proof = new Uint8Array(order.possession)
  if (
    order.challenge.length < 16 ||
    !(await subtle.verify(p256, key, proof, new Uint8Array(order.challenge)))
  ) {
    throw refusal
  }
  return key
}

/** 16 random octets, positive (RFC 5280 §4.1.2.2). */
function serialNumber(randomBytes: RandomBytes): string {
  const bytes = Uint8Array.from(randomBytes(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return Buffer.from(bytes).toString('hex')
}
