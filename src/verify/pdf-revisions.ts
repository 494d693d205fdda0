import type { PdfFile, PdfObject, Revision } from './pdf-file.ts'
import { NotPdf, PdfReader, type PdfValue, sameText, textOf } from './pdf-value.ts'

/** A signature dictionary, its field, and the save (index of the revision) that brought it. */
export interface PdfSignature {
  readonly field: string
  readonly revision: number
  readonly object: PdfObject
  readonly entries: ReadonlyMap<string, PdfValue>
}

/** A signature field, signed or still empty. */
interface FieldOf {
  readonly name: string
  readonly number: number
  readonly signedBy: number | undefined
}

/** The signature fields of the newest revision, in the order of the form. */
export function signatureFields(pdf: PdfFile): FieldOf[] {
  const form = pdf.dict(pdf.root().get('AcroForm'))
  return pdf.items(form?.get('Fields')).flatMap((reference) => {
    const field = pdf.dict(reference)
    const type = field?.get('FT')
    if (reference.kind !== 'ref' || !field || type?.kind !== 'name' || type.value !== 'Sig') return []
    const title = field.get('T')
    const value = field.get('V')
    const name = title?.kind === 'string' ? textOf(title.bytes) : '（无名）'
    return [{ name, number: reference.number, signedBy: value?.kind === 'ref' ? value.number : undefined }]
  })
}

/** The signatures in the order in which they were made. */
export function signaturesOf(pdf: PdfFile): PdfSignature[] {
  const found = signatureFields(pdf).flatMap(({ name, signedBy }) => {
    const object = signedBy === undefined ? undefined : pdf.object(signedBy)
    if (object?.value.kind !== 'dict') return []
    const revision = pdf.revisions.findIndex(({ start, end }) => start <= object.start && object.start < end)
    return [{ field: name, revision, object, entries: object.value.entries }]
  })
  return found.toSorted((a, b) => a.revision - b.revision)
}

/**
 * Demands that every byte of a revision belongs to an object of its table, to the table or to the ending: nothing may
 * hide between objects, where one reader looks and another does not.
 */
export function demandNoGaps(pdf: PdfFile, index: number): void {
  const revision = pdf.revisions[index]
  if (!revision) return
  const reader = new PdfReader(pdf.bytes, revision.start)
  for (const [number, offset] of [...revision.offsets].toSorted(([, a], [, b]) => a - b)) {
    reader.skipSpace()
    if (reader.at !== offset) throw new NotPdf(`对象 ${number} 之前有不属于任何对象的内容`, reader.at)
    reader.at = pdf.object(number, index)?.end ?? offset
  }
  reader.skipSpace()
  reader.expect('xref')
}

/**
 * What may follow a signature: one more signature in a field that was already there, and the picture of it. Every
 * other object must be new, hence out of reach of the pages. Returns a sentence where that does not hold.
 */
export function forbiddenChange(
  pdf: PdfFile,
  signature: PdfSignature,
): { says: string; at: number } | undefined {
  const { revision: index } = signature
  const revision = pdf.revisions[index]
  const before = pdf.revisions[index - 1]
  // The first signature covers whatever its own save changed; there is nothing before it to protect.
  const isFirst = signaturesOf(pdf).every((other) => other.revision >= index)
  if (!revision || !before || isFirst) return undefined
  const size = sizeOf(before)
  for (const key of ['Root', 'Info']) {
    const [old, now] = [before.trailer.get(key), revision.trailer.get(key)]
    if (old?.kind !== now?.kind || (old && now && !sameText(pdf.bytes, old, now))) {
      return { says: '签名时更换了文件目录', at: now?.start ?? revision.start }
    }
  }
  for (const [number, offset] of revision.offsets) {
    if (number >= size) continue
    const change = changeOfField(pdf, number, signature)
    if (change) return { says: change, at: offset }
  }
  return undefined
}

function sizeOf(revision: Revision): number {
  const size = revision.trailer.get('Size')
  return size?.kind === 'number' ? size.value : 0
}

/** An old object may only be the signature's own field, and that may only gain its value and change its picture. */
function changeOfField(pdf: PdfFile, number: number, signature: PdfSignature): string | undefined {
  const own = signatureFields(pdf).find(({ name }) => name === signature.field)
  const old = pdf.object(number, signature.revision - 1)
  const now = pdf.object(number, signature.revision)
  const isField = own?.number === number && old?.value.kind === 'dict' && now?.value.kind === 'dict'
  if (!isField) return `签名后对象 ${number} 被替换`
  const keys = new Set([...old.value.entries.keys(), ...now.value.entries.keys()])
  for (const key of keys) {
    const [was, is] = [old.value.entries.get(key), now.value.entries.get(key)]
    if (key === 'V' && !was) continue
    if (key === 'AP') continue
    if (!was || !is || !sameText(pdf.bytes, was, is)) return `签名域 ${signature.field} 的 ${key} 被更改`
  }
  return undefined
}
