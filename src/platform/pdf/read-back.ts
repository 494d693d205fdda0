import { createHash } from 'node:crypto'
import type { Json } from '#kernel/json.ts'
import { attachmentsOf } from '#verify/attachments.ts'
import { type PdfFile, readPdf } from '#verify/pdf-file.ts'
import type { Trust } from '#verify/trust-file.ts'
import { type Report, verifyOpinion } from '#verify/verify-opinion.ts'
import { documentText, pagesOf } from './page-text.ts'
import type { Attachment } from './render.ts'

/** What the finished file must show before it may count as issued. */
export interface Expected {
  /** What was handed to the template: each string in it must stand in the text. */
  readonly data: Json
  readonly pages: number
  readonly attachments: readonly Attachment[]
  /** Where the file is signed: whom to trust. Every signature must hold; the final registration comes after. */
  readonly trust?: Trust
}

export interface ReadBack {
  readonly ok: boolean
  /** What differs, in Chinese, for the person who has to decide what to do. */
  readonly faults: readonly string[]
  readonly report: Report | undefined
}

/** Reads the finished file as a stranger would and compares it with what it was made from. */
export async function readBack(bytes: Uint8Array, expected: Expected): Promise<ReadBack> {
  const pdf = readPdf(new Uint8Array(bytes))
  const report = expected.trust && (await verifyOpinion({ pdf: bytes, trust: expected.trust }))
  const pages = pagesOf(pdf, pdf.root().get('Pages')).length
  const faults = [
    ...(pages === expected.pages ? [] : [`页数是 ${pages}，应为 ${expected.pages}`]),
    ...missingText(pdf, expected.data),
    ...looseFonts(pdf),
    ...(await wrongAttachments(pdf, expected.attachments)),
    ...(report?.findings ?? [])
      .filter(({ holds }) => holds === false)
      .map(({ sentence, detail }) => `${sentence}：${detail}`),
  ]
  return { ok: faults.length === 0, faults, report }
}

/** Compatibility forms, spaces and invisible break marks may differ; no character may be lost or changed. */
function normal(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200B]/g, '')
}

/** Each string must stand in the text as often as it stands in the data. */
function missingText(pdf: PdfFile, data: Json): string[] {
  const whole = normal(documentText(pdf))
  const wanted = new Map<string, { text: string; times: number }>()
  for (const text of stringsOf(data).flatMap((value) => value.split('\n'))) {
    const key = normal(text)
    if (key !== '') wanted.set(key, { text, times: (wanted.get(key)?.times ?? 0) + 1 })
  }
  const lost = [...wanted].filter(([key, { times }]) => whole.split(key).length - 1 < times)
  return [
    ...(whole.includes('\uFFFD') ? ['文中有不能对应到文字的字形'] : []),
    ...lost.map(([, { text }]) => `文中找不到：“${text.length > 40 ? `${text.slice(0, 40)}……` : text}”`),
  ]
}

function stringsOf(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}

/** Every font must be one of ours and carried in the file. */
function looseFonts(pdf: PdfFile): string[] {
  const numbers = new Set(pdf.revisions.flatMap(({ offsets }) => [...offsets.keys()]))
  return [...numbers].flatMap((number) => {
    const font = pdf.dict(pdf.object(number)?.value)
    const type = font?.get('Type')
    const subtype = font?.get('Subtype')
    if (
      !font ||
      type?.kind !== 'name' ||
      type.value !== 'Font' ||
      (subtype?.kind === 'name' && subtype.value === 'Type0')
    )
      return []
    const name = font.get('BaseFont')
    const called = name?.kind === 'name' ? name.value : '（无名）'
    const ours = /^[A-Z]{6}\+NotoSerifSC-(Regular|Bold)$/.test(called)
    const embedded = pdf.dict(font.get('FontDescriptor'))?.has('FontFile2') === true
    return ours && embedded ? [] : [`字体 ${called} ${ours ? '没有嵌入' : '不是本平台的字体'}`]
  })
}

async function wrongAttachments(pdf: PdfFile, expected: readonly Attachment[]): Promise<string[]> {
  const found = await attachmentsOf(pdf)
  const names = new Set([...found.keys(), ...expected.map(({ name }) => name)])
  return [...names].flatMap((name) => {
    const [is, should] = [found.get(name), expected.find((attachment) => attachment.name === name)?.bytes]
    if (!is || !should) return [`附件 ${name} ${is ? '多余' : '缺失'}`]
    return hash(is) === hash(should) ? [] : [`附件 ${name} 的内容不符`]
  })
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
