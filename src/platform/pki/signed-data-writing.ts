import { readCertificate } from '#verify/certificate.ts'
import type { Bytes } from '#verify/der.ts'
import { oid } from '#verify/object-identifiers.ts'
import { der, integer, objectIdentifier, octetString, sequence, setOf } from './der-writing.ts'

const sha256 = sequence(objectIdentifier(oid.sha256))

/** The signed attributes (DER SET) of RFC 5652 §11 and RFC 5035: these bytes are what the key signs. */
export async function signedAttributes(asked: {
  contentType: string
  messageDigest: Uint8Array
  certificate: Uint8Array
}): Promise<Bytes> {
  const certificateHash = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(asked.certificate))
  // ESSCertIDv2 with the default algorithm, SHA-256, left out as DER demands.
  const named = sequence(sequence(sequence(octetString(new Uint8Array(certificateHash)))))
  return setOf(
    attribute(oid.contentType, objectIdentifier(asked.contentType)),
    attribute(oid.messageDigest, octetString(asked.messageDigest)),
    attribute(oid.signingCertificateV2, named),
  )
}

/** A SignedData with one ECDSA-SHA256 signer. `chain`: the signer's certificate first; `signature`: r‖s of WebCrypto. */
export function signedData(parts: {
  contentType: string
  content?: Uint8Array
  attributes: Bytes
  signature: Uint8Array
  chain: readonly Uint8Array[]
  timeStamp?: Uint8Array
}): Bytes {
  const [own] = parts.chain
  if (!own) throw new Error('signedData needs the certificate of its signer')
  const { issuer, serial } = readCertificate(new Uint8Array(own))
  const implicitAttributes = new Uint8Array(parts.attributes)
  implicitAttributes[0] = 0xa0
  const signerInfo = sequence(
    integer(1),
    sequence(issuer, der(0x02, serial)),
    sha256,
    implicitAttributes,
    sequence(objectIdentifier(oid.ecdsaSha256)),
    octetString(signatureValue(parts.signature)),
    ...(parts.timeStamp ? [der(0xa1, attribute(oid.timeStampToken, parts.timeStamp))] : []),
  )
  const content = parts.content ? [der(0xa0, octetString(parts.content))] : []
  const body = sequence(
    integer(parts.contentType === oid.data ? 1 : 3),
    setOf(sha256),
    sequence(objectIdentifier(parts.contentType), ...content),
    der(0xa0, ...parts.chain),
    setOf(signerInfo),
  )
  return sequence(objectIdentifier(oid.signedData), der(0xa0, body))
}

/** From the r‖s of WebCrypto to the DER SEQUENCE that CMS carries and that time stamps are made over. */
export function signatureValue(pair: Uint8Array): Bytes {
  if (pair.length !== 64) throw new Error(`a P-256 signature has 64 bytes, not ${pair.length}`)
  return sequence(integer(pair.subarray(0, 32)), integer(pair.subarray(32)))
}

function attribute(id: string, value: Uint8Array): Bytes {
  return sequence(objectIdentifier(id), setOf(value))
}
