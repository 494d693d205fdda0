import { beijing } from './beijing-time.ts'
import { certificationPath } from './certification-path.ts'
import { hashName } from './check-signature-value.ts'
import { type Bytes, NotDer } from './der.ts'
import { type Finding, unless } from './finding.ts'
import { oid } from './object-identifiers.ts'
import type { PdfFile } from './pdf-file.ts'
import { forbiddenChange, type PdfSignature } from './pdf-revisions.ts'
import { readContainer } from './signature-container.ts'
import { namesItsCertificate, readSignedData, type SignedData, signatureFault } from './signed-data.ts'
import { checkTimeStamp, strangers, type TimeStamp } from './time-stamp.ts'
import type { Trust } from './trust-file.ts'

/** One signature of the file, as a person wants to know it. Times are milliseconds since 1970. */
export interface CheckedSignature {
  readonly field: string
  readonly signer: string
  readonly stampedAt: number | undefined
  readonly findings: readonly Finding[]
}

/** Checks the n-th signature (from 1): its content, its reach, its form, its signer, its time. */
export async function checkSignature(
  pdf: PdfFile,
  signature: PdfSignature,
  asked: { n: number; trust: Trust },
): Promise<CheckedSignature> {
  const { n, trust } = asked
  const name = signatureName(signature.field)
  try {
    const container = readContainer(pdf, signature)
    const signed = readSignedData(container.cms)
    const integrity = await integrityFault(signed, container.covered)
    const stamp = await stampOf(signed, trust)
    const who = signed.signer.subjectName
    const said = (id: string, about: Finding['about'], sentence: string, otherwise: string) => ({
      id: `signature.${n}.${id}`,
      about,
      sentence: `${name}${sentence}`,
      otherwise: `${name}${otherwise}`,
    })
    const reach = container.uncovered ?? forbiddenChange(pdf, signature)
    const loose = container.loose ?? (await looseCms(signed))
    const distrust = stamp.distrust ?? (await identityFault(signed, stamp, trust))
    return {
      field: signature.field,
      signer: who,
      stampedAt: 'at' in stamp ? stamp.at : undefined,
      findings: [
        unless(
          integrity,
          said('integrity', 'content', `由“${who}”作出，所签内容未被更改`, '与其所签的内容不一致'),
        ),
        unless(reach, said('coverage', 'content', '覆盖当时的整个文件', '之外有未被签名的内容')),
        unless(loose, said('form', 'content', '的书写形式规范', '的书写形式不规范')),
        unless(stamp.fault, said('stamp', 'content', `带有时间戳（${timeText(stamp)}）`, '没有有效的时间戳')),
        unless(
          distrust,
          said('trust', 'trust', `的证书“${who}”和时间戳可信`, `的证书“${who}”或时间戳不可信`),
        ),
      ],
    }
  } catch (error) {
    if (!(error instanceof NotDer)) throw error
    const id = `signature.${n}.integrity`
    const broken: Finding = {
      id,
      about: 'content',
      holds: false,
      sentence: `${name}已损坏或不是签名`,
      detail: error.message,
    }
    return { field: signature.field, signer: '', stampedAt: undefined, findings: [broken] }
  }
}

/** Our own fields by what they are for; a stranger's by its name. */
export function signatureName(field: string): string {
  const [, n] = /^appraiser-(\d+)$/.exec(field) ?? []
  if (n) return `鉴定人签名 ${n} `
  return field === 'seal' ? '机构印章' : `签名“${field}”`
}

async function integrityFault(
  signed: SignedData,
  covered: readonly [Bytes, Bytes],
): Promise<string | undefined> {
  const content = new Uint8Array(covered[0].length + covered[1].length)
  content.set(covered[0])
  content.set(covered[1], covered[0].length)
  if (signed.contentType !== oid.data || signed.content) return '签名的类型不符'
  const digest = await globalThis.crypto.subtle.digest(hashName(signed.digestAlgorithm), content)
  return signatureFault(signed, new Uint8Array(digest))
}

/** Only what PAdES needs may be there, so that nothing unsigned is left to change. */
async function looseCms(signed: SignedData): Promise<string | undefined> {
  if (!(await namesItsCertificate(signed))) return '签名没有指明签名人证书（不是 PAdES）'
  const permitted = new Set<string>([oid.contentType, oid.messageDigest, oid.signingCertificateV2])
  if ([...signed.attributes.keys()].some((id) => !permitted.has(id))) return '签名含有不允许的属性'
  return [...signed.unsigned.keys()].some((id) => id !== oid.timeStampToken)
    ? '签名含有未签名的属性'
    : undefined
}

type Stamp = TimeStamp | { readonly fault: string; readonly distrust: undefined }

async function stampOf(signed: SignedData, trust: Trust): Promise<Stamp> {
  const token = signed.unsigned.get(oid.timeStampToken)
  if (!token) return { fault: '签名中没有时间戳', distrust: undefined }
  return checkTimeStamp(token, signed.signature, trust.tsaRoots)
}

async function identityFault(signed: SignedData, stamp: Stamp, trust: Trust): Promise<string | undefined> {
  // Without a time that can be believed nobody knows whether the certificate was in force.
  if (!('at' in stamp) || stamp.fault) return '没有可信的签名时间，不能判断证书当时是否有效'
  const { signer, certificates: others } = signed
  const path = await certificationPath({
    signer,
    others,
    roots: trust.caRoots,
    at: stamp.at,
    purpose: 'document',
  })
  return 'refused' in path ? path.refused : strangers(others, path.chain)
}

function timeText(stamp: Stamp): string {
  if (!('at' in stamp)) return ''
  return `${stamp.authority}，${beijing(stamp.at)}`
}
