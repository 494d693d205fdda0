import { attachmentsOf } from './attachments.ts'
import { changedRenderedBlocks } from './changed-blocks.ts'
import { checkFreeze, checkIssue, freeze } from './check-log.ts'
import { type CheckedSignature, checkSignature, signatureName } from './check-signature.ts'
import type { Bytes } from './der.ts'
import type { Finding } from './finding.ts'
import { checkSigners, type Manifest, readManifest } from './manifest.ts'
import { type PdfFile, readPdf } from './pdf-file.ts'
import { demandNoGaps, signatureFields, signaturesOf } from './pdf-revisions.ts'
import { NotPdf } from './pdf-value.ts'
import { placeOf } from './place-in-file.ts'
import type { Trust } from './trust-file.ts'

/** What was found of a file. `ok` is true only where everything that was asked holds. */
export interface Report {
  readonly ok: boolean
  readonly verdict: 'holds' | 'altered' | 'untrusted' | 'unreadable'
  /** The plain sentence that comes first. */
  readonly sentence: string
  readonly findings: readonly Finding[]
  readonly signatures: readonly Omit<CheckedSignature, 'findings'>[]
  /** Numbers as the frozen manifest has them, for asking about the present status; undefined where it cannot be believed. */
  readonly document: Pick<Manifest, 'opinionNo' | 'unifiedCaseCode' | 'verificationCode'> | undefined
  /** Where bytes differ, as far as can be known. */
  readonly changed: readonly { readonly from: number; readonly to: number; readonly sentence: string }[]
  readonly demonstration: boolean
}

/**
 * Checks an opinion document by itself and, where the sidecar is given, against its final registration. Trust comes
 * from the trust file alone. Nothing leaves the machine.
 */
export async function verifyOpinion(given: {
  pdf: Uint8Array
  proof?: string | undefined
  trust: Trust
}): Promise<Report> {
  const { trust } = given
  const bytes = new Uint8Array(given.pdf)
  const final = await checkIssue(bytes, given.proof, trust)
  const inside = await checkInside(bytes, trust)
  const findings = [...inside.findings, ...final.findings]
  const known = final.changed.length > 0 || findings.every(({ holds }) => holds !== false)
  const places = known ? final.changed : await placesWithoutSidecar(bytes, inside)
  const changed = places.map(([from, to]) => ({
    from,
    to,
    sentence: placeOf(inside.pdf, from, Math.min(to, bytes.length)),
  }))
  const verdict = verdictOf(findings, inside.pdf !== undefined)
  const signatures = inside.signatures.map(({ field, signer, stampedAt }) => ({ field, signer, stampedAt }))
  const demonstration = trust.kind === 'demonstration'
  return {
    ok: verdict === 'holds',
    verdict,
    sentence: sentenceOf(verdict, demonstration, given.proof !== undefined),
    findings,
    signatures,
    document: findings.some(({ id, holds }) => id === 'freeze' && holds) ? inside.manifest : undefined,
    changed,
    demonstration,
  }
}

interface Inside {
  readonly pdf: PdfFile | undefined
  readonly findings: readonly Finding[]
  readonly signatures: readonly CheckedSignature[]
  readonly manifest?: Manifest | undefined
}

async function checkInside(bytes: Bytes, trust: Trust): Promise<Inside> {
  let pdf: PdfFile | undefined
  try {
    pdf = readPdf(bytes)
    for (const index of pdf.revisions.keys()) demandNoGaps(pdf, index)
    const signatures: CheckedSignature[] = []
    for (const [i, signature] of signaturesOf(pdf).entries()) {
      signatures.push(await checkSignature(pdf, signature, { n: i + 1, trust }))
    }
    const attachments = await attachmentsOf(pdf)
    const manifest = readManifest(attachments.get(freeze.manifest))
    const findings: Finding[] = [
      {
        id: 'structure',
        about: 'content',
        holds: true,
        sentence: '文件结构规范，没有夹带不属于任何对象的内容',
        detail: '',
      },
      allSigned(pdf),
      onlySignaturesAfterSigning(pdf),
      ...signatures.flatMap((signature) => signature.findings),
      await checkFreeze(attachments, trust),
      checkSigners(manifest, signatures),
    ]
    return { pdf, findings, signatures, manifest }
  } catch (error) {
    if (!(error instanceof NotPdf)) throw error
    const detail = `${error.message}（第 ${error.at} 字节处）`
    const sentence = pdf ? '文件结构被改动' : '不是本平台签发的 PDF，或文件结构被改动'
    return {
      pdf,
      findings: [{ id: 'structure', about: 'content', holds: false, sentence, detail }],
      signatures: [],
    }
  }
}

/** Without the list of the sidecar: the rendered part has its own; of what came later the signatures tell the save. */
async function placesWithoutSidecar(bytes: Bytes, { pdf, signatures }: Inside): Promise<[number, number][]> {
  const rendered = await changedRenderedBlocks(bytes)
  const first = signatures.findIndex(({ findings }) =>
    findings.some(({ holds, about }) => holds === false && about === 'content'),
  )
  if (rendered.length > 0 || !pdf || first < 0) return rendered
  const saves = signaturesOf(pdf).map(({ revision }) => pdf.revisions[revision]?.end ?? bytes.length)
  return [[saves[first - 1] ?? pdf.revisions[0]?.end ?? 0, saves[first] ?? bytes.length]]
}

/** Every signature field must be filled: the appraisers' and the seal's. */
function allSigned(pdf: PdfFile): Finding {
  const fields = signatureFields(pdf)
  const empty = fields.filter(({ signedBy }) => signedBy === undefined).map(({ name }) => name)
  const holds = fields.length > 0 && empty.length === 0
  const sentence = holds ? `应有的 ${fields.length} 个签名、印章齐全` : '签名、印章不齐全'
  return {
    id: 'complete',
    about: 'content',
    holds,
    sentence,
    detail: holds || fields.length === 0 ? '' : `缺少：${empty.map(signatureName).join('、')}`,
  }
}

/** From the first signature on, each save is one signature, and the last covers the whole file. */
function onlySignaturesAfterSigning(pdf: PdfFile): Finding {
  const signed = signaturesOf(pdf).map(({ revision }) => revision)
  const first = signed[0] ?? pdf.revisions.length
  const expected = pdf.revisions.map((_, i) => i).slice(first)
  const stray = expected.find((revision, i) => signed[i] !== revision)
  const holds = signed.length > 0 && stray === undefined && signed.length === expected.length
  const at = stray === undefined ? undefined : pdf.revisions[stray]?.start
  return {
    id: 'revisions',
    about: 'content',
    holds,
    sentence: holds
      ? '签名之后除签名外没有其他修改，最后一个签名覆盖整个文件'
      : '签名之后有不属于签名的修改，或没有签名',
    detail: at === undefined ? '' : `第 ${at} 字节起`,
  }
}

function verdictOf(findings: readonly Finding[], readable: boolean): Report['verdict'] {
  const broken = findings.filter(({ holds }) => holds === false)
  const unchecked = findings.some(({ holds, about }) => holds === null && about === 'trust')
  if (broken.length === 0) return unchecked ? 'untrusted' : 'holds'
  if (!readable) return 'unreadable'
  return broken.every(({ about }) => about === 'trust') ? 'untrusted' : 'altered'
}

function sentenceOf(verdict: Report['verdict'], demonstration: boolean, withProof: boolean): string {
  const sentence = {
    holds: withProof
      ? '本件鉴定意见书真实、完整，未被更改。'
      : '本件鉴定意见书的签名真实，内容未被更改；最终登记未核对。',
    altered: '本件不能采信：内容或签名与签发时不一致。',
    untrusted: '本件未见更改，但签名人、时间或登记不能由信任文件证实，不能视为核验通过。',
    unreadable: '本件无法核验：不是本平台签发的文件，或文件已被破坏。',
  }[verdict]
  return demonstration ? `${sentence}（所用信任文件为演示用，结果不具法律效力。）` : sentence
}
