import {
  type Bytes,
  compareBytes,
  type Der,
  equalBytes,
  Fields,
  NotDer,
  oidOf,
  readDer,
  timeOf,
} from './der.ts'
import { oid } from './object-identifiers.ts'

/** An X.509 v3 certificate, as much of it as deciding trust needs. Times are milliseconds since 1970. */
export interface Certificate {
  readonly bytes: Bytes
  readonly signedPart: Bytes
  readonly algorithm: Der
  readonly signature: Bytes
  readonly serial: Bytes
  readonly issuer: Bytes
  readonly subject: Bytes
  readonly subjectName: string
  readonly notBefore: number
  readonly notAfter: number
  readonly publicKey: Der
  readonly authority: { readonly pathLength: number } | undefined
  /** Key usage bits as in RFC 5280 §4.2.1.3, bit 0 first; undefined where the extension is absent. */
  readonly keyUsage: readonly boolean[] | undefined
  readonly extendedKeyUsage: readonly string[]
  readonly unknownCritical: readonly string[]
}

export function readCertificate(bytes: Bytes): Certificate {
  const outer = new Fields(readDer(bytes))
  const signedPart = outer.next(0x30)
  const algorithm = outer.next(0x30)
  const signature = bitString(outer.next(0x03))
  outer.end()

  const inner = new Fields(signedPart)
  const version = inner.optional(0xa0)
  if (version && version.children[0]?.body[0] !== 2) throw new NotDer('证书版本不是 3')
  const serial = inner.next(0x02).body
  // RFC 5280 §4.1.1.2: the algorithm outside the signed part must repeat the one inside.
  if (!equalBytes(inner.next(0x30).bytes, algorithm.bytes)) throw new NotDer('证书签名算法前后不一致')
  const issuer = inner.next(0x30).bytes
  const validity = inner.next(0x30).children
  const subject = inner.next(0x30)
  const publicKey = inner.next(0x30)
  inner.optional(0x81)
  inner.optional(0x82)
  const extensions = inner.optional(0xa3)
  inner.end()
  const [from, until] = validity
  if (!from || !until) throw new NotDer('证书缺少有效期')
  return {
    bytes,
    signedPart: signedPart.bytes,
    algorithm,
    signature,
    serial,
    issuer,
    subject: subject.bytes,
    subjectName: commonName(subject),
    notBefore: timeOf(from),
    notAfter: timeOf(until),
    publicKey,
    ...readExtensions(extensions),
  }
}

/** The octets of a BIT STRING that holds whole octets. */
export function bitString(der: Der): Bytes {
  if (der.body[0] !== 0) throw new NotDer('位串不是整字节')
  return der.body.subarray(1)
}

function commonName(name: Der): string {
  const parts = name.children.flatMap((set) => set.children)
  const found =
    parts.find((part) => part.children[0] && oidOf(part.children[0]) === oid.commonName) ?? parts[0]
  const value = found?.children[1]
  if (!value) return '（无名称）'
  return new TextDecoder(value.tag === 0x1e ? 'utf-16be' : 'utf-8').decode(value.body)
}

type Extensions = Pick<Certificate, 'authority' | 'keyUsage' | 'extendedKeyUsage' | 'unknownCritical'>

function readExtensions(explicit: Der | undefined): Extensions {
  let authority: Certificate['authority']
  let keyUsage: Certificate['keyUsage']
  let extendedKeyUsage: string[] = []
  const unknownCritical: string[] = []
  for (const extension of explicit?.children[0]?.children ?? []) {
    const fields = new Fields(extension)
    const id = oidOf(fields.next(0x06))
    const critical = fields.optional(0x01)?.body[0] === 0xff
    const value = readDer(fields.next(0x04).body)
    fields.end()
    if (id === oid.basicConstraints) authority = readAuthority(value)
    else if (id === oid.keyUsage) keyUsage = [...bits(value)]
    else if (id === oid.extendedKeyUsage) extendedKeyUsage = value.children.map(oidOf)
    else if (critical) unknownCritical.push(id)
  }
  return { authority, keyUsage, extendedKeyUsage, unknownCritical }
}

function readAuthority(value: Der): Certificate['authority'] {
  const fields = new Fields(value)
  const isAuthority = fields.optional(0x01)?.body[0] === 0xff
  const pathLength = fields.optional(0x02)?.body[0] ?? Number.POSITIVE_INFINITY
  return isAuthority ? { pathLength } : undefined
}

function* bits(value: Der): Generator<boolean> {
  for (const byte of value.body.subarray(1)) for (let i = 7; i >= 0; i--) yield ((byte >> i) & 1) === 1
}

/** Reads every certificate of a PEM text. */
export function certificatesOfPem(pem: string): Certificate[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g)
  return Array.from(blocks, ([, base64 = '']) =>
    readCertificate(Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (c) => c.charCodeAt(0))),
  )
}

export function sameCertificate(a: Certificate, b: Certificate): boolean {
  return compareBytes(a.bytes, b.bytes) === 0
}
