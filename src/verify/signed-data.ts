import { type Certificate, readCertificate } from './certificate.ts'
import { checkSignatureValue, digest, hashName } from './check-signature-value.ts'
import { type Bytes, type Der, equalBytes, Fields, NotDer, oidOf, readDer } from './der.ts'
import { oid } from './object-identifiers.ts'

/** A CMS SignedData (RFC 5652) with one signer. */
export interface SignedData {
  readonly contentType: string
  readonly content: Bytes | undefined
  readonly certificates: readonly Certificate[]
  readonly signer: Certificate
  readonly digestAlgorithm: Der
  /** The signed attributes as the SET that was signed. */
  readonly signedAttributes: Bytes
  readonly attributes: ReadonlyMap<string, Der>
  readonly signatureAlgorithm: Der
  readonly signature: Bytes
  readonly unsigned: ReadonlyMap<string, Der>
}

/**
 * Reads the structure and refuses whatever could be changed without the signature noticing: versions, sets of
 * algorithms, signer id and certificates must be just what the signed parts imply.
 */
export function readSignedData(root: Der): SignedData {
  const info = new Fields(root)
  if (oidOf(info.next(0x06)) !== oid.signedData) throw new NotDer('不是签名数据')
  const explicit = new Fields(info.next(0xa0), 0xa0)
  const data = new Fields(explicit.next(0x30))
  explicit.end()
  info.end()

  const version = data.next(0x02).body
  const digestAlgorithms = data.next(0x31)
  const encapsulated = new Fields(data.next(0x30))
  const contentType = oidOf(encapsulated.next(0x06))
  const content = contentOf(encapsulated.optional(0xa0))
  encapsulated.end()
  const certificates = (data.optional(0xa0)?.children ?? []).map((c) => readCertificate(c.bytes))
  const signers = data.next(0x31)
  data.end()
  if (version.length !== 1 || version[0] !== (contentType === oid.data ? 1 : 3))
    throw new NotDer('版本号不符')
  const [signerInfo, second] = signers.children
  if (!signerInfo || second) throw new NotDer('应当只有一名签名人')
  const info1 = readSignerInfo(signerInfo, certificates)
  const [algorithm, more] = digestAlgorithms.children
  if (more || !algorithm || !equalBytes(algorithm.bytes, info1.digestAlgorithm.bytes)) {
    throw new NotDer('摘要算法前后不一致')
  }
  return { contentType, content, certificates, ...info1 }
}

function contentOf(explicit: Der | undefined): Bytes | undefined {
  if (!explicit) return undefined
  const fields = new Fields(explicit, 0xa0)
  const content = fields.next(0x04).body
  fields.end()
  return content
}

type SignerInfo = Omit<SignedData, 'contentType' | 'content' | 'certificates'>

function readSignerInfo(der: Der, certificates: readonly Certificate[]): SignerInfo {
  const fields = new Fields(der)
  const version = fields.next(0x02).body
  if (version.length !== 1 || version[0] !== 1) throw new NotDer('签名人版本号不符')
  const id = new Fields(fields.next(0x30))
  const issuer = id.next(0x30).bytes
  const serial = id.next(0x02).body
  id.end()
  const digestAlgorithm = fields.next(0x30)
  const signedAttributes = new Uint8Array(fields.next(0xa0).bytes)
  // RFC 5652 §5.4: what is signed is the SET OF, not the [0] that carries it.
  signedAttributes[0] = 0x31
  const signatureAlgorithm = fields.next(0x30)
  const signature = fields.next(0x04).body
  const unsigned = fields.optional(0xa1)
  fields.end()
  const signer = certificates.find((c) => equalBytes(c.issuer, issuer) && equalBytes(c.serial, serial))
  if (!signer) throw new NotDer('缺少签名人证书')
  return {
    signer,
    digestAlgorithm,
    signedAttributes,
    attributes: readAttributes(readDer(signedAttributes)),
    signatureAlgorithm,
    signature,
    unsigned: unsigned ? readAttributes(unsigned) : new Map(),
  }
}

/** Attribute id → its single value. */
function readAttributes(set: Der): Map<string, Der> {
  const found = new Map<string, Der>()
  for (const attribute of set.children) {
    const fields = new Fields(attribute)
    const id = oidOf(fields.next(0x06))
    const [value, second] = fields.next(0x31).children
    fields.end()
    if (!value || second || found.has(id)) throw new NotDer('属性重复或为空')
    found.set(id, value)
  }
  return found
}

/** What the signature itself says, before anyone is trusted: undefined where all holds, else a sentence. */
export async function signatureFault(signed: SignedData, messageDigest: Bytes): Promise<string | undefined> {
  const type = signed.attributes.get(oid.contentType)
  if (!type || oidOf(type) !== signed.contentType) return '签名属性中的内容类型不符'
  const stated = signed.attributes.get(oid.messageDigest)
  if (stated?.tag !== 0x04) return '签名属性中缺少摘要'
  if (!equalBytes(stated.body, messageDigest)) return '内容摘要与签名中的摘要不一致'
  const holds = await checkSignatureValue({
    data: signed.signedAttributes,
    signature: signed.signature,
    algorithm: signed.signatureAlgorithm,
    publicKey: signed.signer.publicKey,
    hash: hashName(signed.digestAlgorithm),
  })
  return holds ? undefined : '签名值与签名人公钥不符'
}

/** RFC 5035: the signed attributes name the signer's certificate by hash, so that no other can be put in its place. */
export async function namesItsCertificate(signed: SignedData): Promise<boolean> {
  const attribute = signed.attributes.get(oid.signingCertificateV2)
  const first = attribute?.children[0]?.children[0]
  if (!first) return false
  const fields = new Fields(first)
  const algorithm = fields.optional(0x30)
  const name = algorithm ? hashName(algorithm) : 'SHA-256'
  if (name === 'SHA-1') return false
  return equalBytes(fields.next(0x04).body, await digest(name, signed.signer.bytes))
}
