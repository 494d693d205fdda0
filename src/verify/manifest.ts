import type { CheckedSignature } from './check-signature.ts'
import { signatureName } from './check-signature.ts'
import type { Bytes } from './der.ts'
import { type Finding, unless } from './finding.ts'

/** What the frozen manifest says of the document, as far as a check can use it. */
export interface Manifest {
  readonly opinionNo: string
  readonly unifiedCaseCode: string
  readonly verificationCode: string
  /** Who was to sign, by field. */
  readonly signers: ReadonlyMap<string, string>
}

/** Reads `manifest.json`; undefined where it is not one of ours. */
export function readManifest(bytes: Bytes | undefined): Manifest | undefined {
  const data = bytes && member(parse(new TextDecoder().decode(bytes)), 'data')
  const opinionNo = member(data, 'opinionNo')
  const unifiedCaseCode = member(data, 'unifiedCaseCode')
  const verificationCode = member(data, 'verificationCode')
  const institution = member(member(data, 'institution'), 'name')
  const signatories = member(data, 'signatories')
  if (typeof opinionNo !== 'string' || typeof unifiedCaseCode !== 'string') return undefined
  if (typeof verificationCode !== 'string' || typeof institution !== 'string' || !Array.isArray(signatories))
    return undefined
  const names = signatories.map(
    (signatory, i) => [`appraiser-${i + 1}`, String(member(signatory, 'name'))] as const,
  )
  return { opinionNo, unifiedCaseCode, verificationCode, signers: new Map([...names, ['seal', institution]]) }
}

/** Any certificate of the authority would do otherwise: the signers must be those whom the frozen manifest names. */
export function checkSigners(
  manifest: Manifest | undefined,
  signatures: readonly CheckedSignature[],
): Finding {
  const wrong = signatures.filter(({ field, signer }) => manifest?.signers.get(field) !== plainName(signer))
  const said = wrong.map(({ field, signer }) => `${signatureName(field)}的证书属于“${signer}”`)
  const missing = [...(manifest?.signers.keys() ?? [])].filter(
    (field) => !signatures.some((s) => s.field === field),
  )
  const fault = manifest
    ? [...said, ...missing.map((field) => `缺少${signatureName(field)}`)]
    : ['没有可读的定稿清单']
  return unless(fault.length > 0 ? fault.join('；') : undefined, {
    id: 'signers',
    about: 'content',
    sentence: '签名人和盖章机构就是定稿清单所列的人和机构',
    otherwise: '签名人或盖章机构与定稿清单所列不符',
  })
}

/** Demonstration certificates carry their mark in the name. */
function plainName(subjectName: string): string {
  return subjectName.replace(/（演示(?:电子印章)?）$/, '')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}
