import { type Certificate, sameCertificate } from './certificate.ts'
import { certificationPath } from './certification-path.ts'
import { digest, hashName } from './check-signature-value.ts'
import { type Bytes, type Der, equalBytes, Fields, NotDer, oidOf, readDer, timeOf } from './der.ts'
import { oid } from './object-identifiers.ts'
import { namesItsCertificate, readSignedData, signatureFault } from './signed-data.ts'

/** What a time-stamp token says and whether its maker is trusted; `fault` speaks of the token, `distrust` of trust. */
export interface TimeStamp {
  readonly at: number
  readonly authority: string
  readonly fault: string | undefined
  readonly distrust: string | undefined
}

/** Checks an RFC 3161 token over `stamped`. The token's own time decides whether its certificates were in force. */
export async function checkTimeStamp(
  token: Der,
  stamped: Bytes,
  roots: readonly Certificate[],
): Promise<TimeStamp> {
  const signed = readSignedData(token)
  if (signed.contentType !== oid.timeStampInfo || !signed.content) throw new NotDer('不是时间戳')
  const info = readInfo(readDer(signed.content))
  const fault =
    (equalBytes(info.imprint, await digest(hashName(info.algorithm), stamped))
      ? undefined
      : '时间戳不是为这一签名而作') ??
    (await signatureFault(signed, await digest(hashName(signed.digestAlgorithm), signed.content))) ??
    ((await namesItsCertificate(signed)) ? undefined : '时间戳没有指明其证书') ??
    (signed.unsigned.size > 0 ? '时间戳含有未签名的属性' : undefined)
  const path = await certificationPath({
    signer: signed.signer,
    others: signed.certificates,
    roots,
    at: info.at,
    purpose: 'time-stamp',
  })
  const distrust = 'refused' in path ? path.refused : strangers(signed.certificates, path.chain)
  return { at: info.at, authority: signed.signer.subjectName, fault, distrust }
}

/** A certificate that no path uses could be changed unseen, hence may not be there. */
export function strangers(
  carried: readonly Certificate[],
  chain: readonly Certificate[],
): string | undefined {
  const once = carried.every((c, i) => carried.findIndex((other) => sameCertificate(other, c)) === i)
  const used = carried.every((c) => chain.some((link) => sameCertificate(link, c)))
  return once && used ? undefined : '签名中夹带了与签名人无关的证书'
}

function readInfo(der: Der): { algorithm: Der; imprint: Bytes; at: number } {
  const fields = new Fields(der)
  if (fields.next(0x02).body[0] !== 1) throw new NotDer('时间戳版本不是 1')
  oidOf(fields.next(0x06))
  const imprint = new Fields(fields.next(0x30))
  const algorithm = imprint.next(0x30)
  const hashed = imprint.next(0x04).body
  imprint.end()
  fields.next(0x02)
  return { algorithm, imprint: hashed, at: timeOf(fields.next(0x18)) }
}
