import { type Certificate, sameCertificate } from './certificate.ts'
import { checkSignatureValue } from './check-signature-value.ts'
import { equalBytes, NotDer } from './der.ts'
import { oid } from './object-identifiers.ts'

/** The certificates from the signer (first) to a root of the trust file (last), or why there is none. */
export type Path = { readonly chain: readonly Certificate[] } | { readonly refused: string }

/**
 * Builds and checks the path of RFC 5280 §6 for our narrow case: names chain, each signature holds, issuers are
 * authorities, all are in force at `at`; an extension that is critical and unknown refuses the certificate.
 */
export async function certificationPath(asked: {
  signer: Certificate
  others: readonly Certificate[]
  roots: readonly Certificate[]
  at: number
  purpose: 'document' | 'time-stamp'
}): Promise<Path> {
  const unfit = unfitForPurpose(asked.signer, asked.purpose)
  if (unfit) return { refused: unfit }
  const chain: Certificate[] = [asked.signer]
  for (let depth = 0; depth < 6; depth++) {
    const current = chain.at(-1) ?? asked.signer
    if (current.unknownCritical.length > 0)
      return { refused: `证书“${current.subjectName}”含有无法处理的关键扩展` }
    if (asked.at < current.notBefore || asked.at > current.notAfter) {
      return { refused: `证书“${current.subjectName}”在签名时不在有效期内` }
    }
    if (asked.roots.some((root) => sameCertificate(root, current))) return { chain }
    const issuer = await issuerOf(current, [...asked.roots, ...asked.others], depth)
    if (!issuer) return { refused: `证书“${current.subjectName}”不能追溯到信任文件中的根证书` }
    chain.push(issuer)
  }
  return { refused: '证书链过长' }
}

async function issuerOf(
  subject: Certificate,
  candidates: readonly Certificate[],
  below: number,
): Promise<Certificate | undefined> {
  for (const issuer of candidates) {
    if (!equalBytes(issuer.subject, subject.issuer) || sameCertificate(issuer, subject)) continue
    if (!issuer.authority || issuer.authority.pathLength < below) continue
    if (issuer.keyUsage && issuer.keyUsage[5] !== true) continue
    if (await signedBy(subject, issuer)) return issuer
  }
  return undefined
}

async function signedBy(subject: Certificate, issuer: Certificate): Promise<boolean> {
  try {
    const { signedPart: data, signature, algorithm } = subject
    return await checkSignatureValue({ data, signature, algorithm, publicKey: issuer.publicKey })
  } catch (error) {
    if (error instanceof NotDer) return false
    throw error
  }
}

function unfitForPurpose(signer: Certificate, purpose: 'document' | 'time-stamp'): string | undefined {
  const { keyUsage, extendedKeyUsage, subjectName } = signer
  // RFC 5280 §4.2.1.3: digitalSignature is bit 0, nonRepudiation bit 1.
  if (keyUsage && !keyUsage[0] && !keyUsage[1]) return `证书“${subjectName}”不允许用于签名`
  if (purpose === 'document') {
    return extendedKeyUsage.includes(oid.timeStamping) ? `证书“${subjectName}”只能用于时间戳` : undefined
  }
  // RFC 3161 §2.3: timeStamping and nothing else.
  return extendedKeyUsage.length === 1 && extendedKeyUsage[0] === oid.timeStamping
    ? undefined
    : `证书“${subjectName}”不是时间戳证书`
}
