import { type Bytes, Fields, NotDer, oidOf, readDer } from '#verify/der.ts'
import { oid } from '#verify/object-identifiers.ts'
import { demonstrationStampKey } from './certificate-authority.ts'
import { der, generalizedTime, integer, objectIdentifier, octetString, sequence } from './der-writing.ts'
import { signWith } from './key-folder.ts'
import { signedAttributes, signedData } from './signed-data-writing.ts'

/** Says that a hash existed at a time (RFC 3161). */
export interface TimeStampAuthority {
  readonly name: string
  readonly demonstration: boolean
  /** The DER TimeStampToken over a SHA-256 digest. Throws TimeStampFailed where none is to be had. */
  stamp(sha256: Uint8Array): Promise<Bytes>
}

/** No stamp came: nothing may be issued without it; trying again later is right. */
export class TimeStampFailed extends Error {}

/** Our own authority: proves nothing to outsiders, hence 演示 in its name. */
export interface LocalTimeStampAuthority extends TimeStampAuthority {
  readonly rootPem: string
  /** Answers a DER TimeStampReq with a DER TimeStampResp: what the HTTP endpoint of an authority does. */
  respond(request: Uint8Array): Promise<Bytes>
}

/** An arc under 2.25 (a random UUID, ITU-T X.667): no registered authority is claimed. */
const policy = '2.25.3147201856'

export async function localTimeStampAuthority(
  folder: string,
  given: { now: () => Date; madeAt: Date; randomBytes: (length: number) => Uint8Array },
): Promise<LocalTimeStampAuthority> {
  const { key, rootPem } = await demonstrationStampKey(folder, {
    at: given.madeAt,
    randomBytes: given.randomBytes,
  })

  async function token(imprint: Uint8Array, nonce?: Uint8Array): Promise<Bytes> {
    const content = sequence(
      integer(1),
      objectIdentifier(policy),
      imprint,
      integer(given.randomBytes(15)),
      generalizedTime(given.now()),
      ...(nonce ? [nonce] : []),
    )
    const messageDigest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', content))
    const asked = { contentType: oid.timeStampInfo, messageDigest, certificate: key.certificate }
    const attributes = await signedAttributes(asked)
    const signature = await signWith(key.keys.privateKey, attributes)
    return signedData({
      contentType: oid.timeStampInfo,
      content,
      attributes,
      signature,
      chain: [key.certificate],
    })
  }

  return {
    name: '明鉴演示时间戳 DEMONSTRATION TSA',
    demonstration: true,
    rootPem,
    stamp: (sha256) => token(imprintOf(sha256)),
    async respond(request) {
      const fields = new Fields(readDer(new Uint8Array(request)))
      fields.next(0x02)
      const imprint = fields.next(0x30)
      fields.optional(0x06)
      const nonce = fields.optional(0x02)
      return sequence(sequence(integer(0)), await token(imprint.bytes, nonce?.bytes))
    },
  }
}

/** MessageImprint of a SHA-256 digest. */
export function imprintOf(sha256: Uint8Array): Bytes {
  if (sha256.length !== 32) throw new TypeError('a SHA-256 digest has 32 bytes')
  return sequence(sequence(objectIdentifier(oid.sha256)), octetString(sha256))
}

/** TimeStampReq asking for the certificate to be included. */
export function stampRequest(sha256: Uint8Array, nonce: Uint8Array): Bytes {
  return sequence(integer(1), imprintOf(sha256), integer(nonce), der(0x01, Uint8Array.of(0xff)))
}

/** The token of a TimeStampResp that was granted (status 0 or 1). */
export function tokenOf(response: Uint8Array): Bytes {
  try {
    const fields = new Fields(readDer(new Uint8Array(response)))
    const status = fields.next(0x30).children[0]?.body
    const token = fields.optional(0x30)
    if (
      status?.length === 1 &&
      (status[0] ?? 9) <= 1 &&
      token?.children[0] &&
      oidOf(token.children[0]) === oid.signedData
    ) {
      return token.bytes
    }
  } catch (error) {
    if (!(error instanceof NotDer)) throw error
  }
  throw new TimeStampFailed('时间戳服务没有给出有效的时间戳，请稍后重试')
}
