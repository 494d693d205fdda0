import type { Bytes } from '#verify/der.ts'
import type { PdfFile } from '#verify/pdf-file.ts'
import type { PdfValue } from '#verify/pdf-value.ts'

/** An object to be written: its number, its value as PDF text, and its stream if it has one. */
export interface NewObject {
  readonly number: number
  readonly text: string | Uint8Array
  readonly stream?: Uint8Array
}

/** The number that the next new object takes. */
export function nextObjectNumber(pdf: PdfFile): number {
  const size = pdf.revisions.at(-1)?.trailer.get('Size')
  if (size?.kind !== 'number') throw new Error('the PDF has no size')
  return size.value
}

/** The file with one more revision (ISO 32000-1 §7.5.6); what was there stays byte for byte. */
export function appendRevision(pdf: PdfFile, objects: readonly NewObject[]): Bytes {
  const out = new ByteWriter(pdf.bytes)
  if (pdf.bytes.at(-1) !== 10) out.write('\n')
  const sorted = objects.toSorted((a, b) => a.number - b.number)
  const offsets = new Map<number, number>()
  for (const { number, text, stream } of sorted) {
    offsets.set(number, out.length)
    out.write(`${number} 0 obj\n`)
    out.write(text)
    if (stream) {
      out.write('\nstream\n')
      out.write(stream)
      out.write('\nendstream')
    }
    out.write('\nendobj\n')
  }
  const tableAt = out.length
  out.write(crossReferences(offsets))
  out.write(trailer(pdf, Math.max(nextObjectNumber(pdf), (sorted.at(-1)?.number ?? 0) + 1)))
  out.write(`startxref\n${tableAt}\n%%EOF\n`)
  return out.bytes()
}

function crossReferences(offsets: ReadonlyMap<number, number>): string {
  const lines = ['xref\n']
  for (const [number, offset] of offsets) {
    if (!offsets.has(number - 1)) {
      let count = 1
      while (offsets.has(number + count)) count++
      lines.push(`${number} ${count}\n`)
    }
    lines.push(`${String(offset).padStart(10, '0')} 00000 n \n`)
  }
  return lines.join('')
}

function trailer(pdf: PdfFile, size: number): string {
  const last = pdf.revisions.at(-1)
  if (!last) throw new Error('the PDF has no revision')
  const kept = ['Root', 'Info', 'ID'].map((key) => {
    const value = last.trailer.get(key)
    return value ? `/${key} ${textAt(pdf, value)}` : ''
  })
  return `trailer\n<</Size ${size}${kept.join('')}/Prev ${tableOf(pdf)}>>\n`
}

/** Where the newest cross-reference table begins: the number before the last `%%EOF`. */
function tableOf(pdf: PdfFile): number {
  const tail = Buffer.from(pdf.bytes.subarray(-40)).toString('latin1')
  return Number(/startxref\n(\d+)\n%%EOF\n?$/.exec(tail)?.[1])
}

/** The text of a value as it stands in the file, one character per byte. */
export function textAt(pdf: PdfFile, value: PdfValue): string {
  return Buffer.from(pdf.bytes.subarray(value.start, value.end)).toString('latin1')
}

class ByteWriter {
  readonly #parts: Uint8Array[]
  length: number

  constructor(first: Uint8Array) {
    this.#parts = [first]
    this.length = first.length
  }

  /** Text has one byte per character. */
  write(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    this.#parts.push(bytes)
    this.length += bytes.length
  }

  bytes(): Bytes {
    const whole = new Uint8Array(this.length)
    let at = 0
    for (const part of this.#parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }
}
