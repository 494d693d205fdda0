import { ascii, type Bytes } from './der.ts'
import { NotPdf, type PdfDict, PdfReader, type PdfValue } from './pdf-value.ts'

/** An indirect object and the bytes it takes, `N G obj` to `endobj`. */
export interface PdfObject {
  readonly number: number
  readonly value: PdfValue
  /** Undecoded stream bytes. */
  readonly stream: Bytes | undefined
  readonly start: number
  readonly end: number
}

/** What one save added to the file: bytes `start` to `end`, its objects by number, its trailer. */
export interface Revision {
  readonly start: number
  readonly end: number
  readonly offsets: ReadonlyMap<number, number>
  readonly trailer: PdfDict
}

/** A PDF with plain cross-reference tables, oldest revision first. */
export class PdfFile {
  readonly bytes: Bytes
  readonly revisions: readonly Revision[]
  readonly #cache = new Map<number, PdfObject>()
  readonly #open = new Set<number>()

  constructor(bytes: Bytes, revisions: readonly Revision[]) {
    this.bytes = bytes
    this.revisions = revisions
  }

  /** The object as it stood after revision `upTo` (the newest by default). */
  object(number: number, upTo = this.revisions.length - 1): PdfObject | undefined {
    for (let i = upTo; i >= 0; i--) {
      const offset = this.revisions[i]?.offsets.get(number)
      if (offset !== undefined) return this.#objectAt(offset, number)
    }
    return undefined
  }

  resolve(value: PdfValue | undefined, upTo?: number): PdfValue | undefined {
    return value?.kind === 'ref' ? this.object(value.number, upTo)?.value : value
  }

  dict(value: PdfValue | undefined, upTo?: number): PdfDict | undefined {
    const resolved = this.resolve(value, upTo)
    return resolved?.kind === 'dict' ? resolved.entries : undefined
  }

  items(value: PdfValue | undefined, upTo?: number): readonly PdfValue[] {
    const resolved = this.resolve(value, upTo)
    return resolved?.kind === 'array' ? resolved.items : []
  }

  root(upTo = this.revisions.length - 1): PdfDict {
    return this.dict(this.revisions[upTo]?.trailer.get('Root'), upTo) ?? new Map()
  }

  #objectAt(offset: number, number: number): PdfObject {
    const known = this.#cache.get(offset)
    // A length that leads back to its own stream never ends.
    if (this.#open.has(offset)) throw new NotPdf(`对象 ${number} 引用了自身`, offset)
    this.#open.add(offset)
    const object = known ?? this.#readObject(offset)
    this.#open.delete(offset)
    if (object.number !== number) throw new NotPdf(`此处应为对象 ${number}`, offset)
    this.#cache.set(offset, object)
    return object
  }

  #readObject(offset: number): PdfObject {
    const reader = new PdfReader(this.bytes, offset)
    const number = reader.wholeNumber()
    if (reader.wholeNumber() !== 0) throw new NotPdf('对象的代号不是 0', offset)
    reader.expect('obj')
    const value = reader.value()
    const word = reader.word()
    const stream = word === 'stream' ? this.#readStream(reader, value) : undefined
    if (stream) reader.expect('endobj')
    else if (word !== 'endobj') throw new NotPdf('对象没有正常结束', reader.at)
    return { number, value, stream, start: offset, end: reader.at }
  }

  #readStream(reader: PdfReader, value: PdfValue): Bytes {
    if (this.bytes[reader.at] === 13) reader.at++
    if (this.bytes[reader.at] !== 10) throw new NotPdf('数据流的开头不合规', reader.at)
    const from = reader.at + 1
    const length = value.kind === 'dict' ? this.resolve(value.entries.get('Length')) : undefined
    if (length?.kind !== 'number') throw new NotPdf('数据流缺少长度', from)
    reader.at = from + length.value
    reader.expect('endstream')
    return this.bytes.subarray(from, from + length.value)
  }
}

/** Reads the chain of cross-reference tables from the end. Throws NotPdf with the place where it does not hold. */
export function readPdf(bytes: Bytes): PdfFile {
  if (!/^%PDF-[12]\.\d$/.test(ascii(bytes.subarray(0, 8)))) throw new NotPdf('文件开头不是 PDF', 0)
  const revisions: Revision[] = []
  for (let end = bytes.length; ; ) {
    const { tableAt, marker } = readEnding(bytes, end)
    const { offsets, trailer } = readTable(bytes, tableAt, marker)
    const previous = trailer.get('Prev')
    const start = previous?.kind === 'number' ? endOfRevision(bytes, previous.value, tableAt) : 0
    revisions.unshift({ start, end, offsets, trailer })
    if (previous?.kind !== 'number') return new PdfFile(bytes, revisions)
    if (revisions.length > 64) throw new NotPdf('修订次数过多', start)
    end = start
  }
}

/** The revision whose table is at `tableAt` ends after its `%%EOF` line. */
function endOfRevision(bytes: Bytes, tableAt: number, before: number): number {
  const reader = new PdfReader(bytes, tableAt)
  if (tableAt >= before) throw new NotPdf('交叉引用表的顺序不合规', tableAt)
  const marker = indexOfText(bytes, '\nstartxref\n', reader.at, before)
  const close = marker < 0 ? -1 : indexOfText(bytes, '\n%%EOF', marker, before)
  if (close < 0) throw new NotPdf('修订没有正常结束', tableAt)
  return bytes[close + 6] === 10 ? close + 7 : close + 6
}

/** `startxref`, offset, `%%EOF`, and nothing after but one line feed. */
function readEnding(bytes: Bytes, end: number): { tableAt: number; marker: number } {
  const tail = ascii(bytes.subarray(Math.max(0, end - 40), end))
  const found = /\nstartxref\n(\d{1,10})\n%%EOF\n?$/.exec(tail)
  if (!found) throw new NotPdf('文件结尾不是本平台文书的形式，或其后附加了内容', Math.max(0, end - 40))
  return { tableAt: Number(found[1]), marker: end - found[0].length + 1 }
}

function readTable(bytes: Bytes, at: number, marker: number): Pick<Revision, 'offsets' | 'trailer'> {
  const reader = new PdfReader(bytes, at)
  reader.expect('xref')
  const offsets = new Map<number, number>()
  for (;;) {
    reader.skipSpace()
    if (bytes[reader.at] === 0x74) break
    const first = reader.wholeNumber()
    const count = reader.wholeNumber()
    reader.skipSpace()
    for (let i = 0; i < count; i++, reader.at += 20) {
      const [, offset, generation, kind] =
        /^(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)$/.exec(ascii(bytes.subarray(reader.at, reader.at + 20))) ??
        []
      if (!kind || offsets.has(first + i)) throw new NotPdf('交叉引用表的条目不合规', reader.at)
      if (kind === 'n' && generation !== '00000') throw new NotPdf('对象的代号不是 0', reader.at)
      if (kind === 'n') offsets.set(first + i, Number(offset))
    }
  }
  reader.expect('trailer')
  const trailer = reader.value()
  reader.skipSpace()
  if (trailer.kind !== 'dict' || reader.at !== marker) throw new NotPdf('交叉引用表之后有多余内容', reader.at)
  return { offsets, trailer: trailer.entries }
}

export function indexOfText(bytes: Bytes, text: string, from: number, before: number): number {
  const wanted = Array.from(text, (c) => c.charCodeAt(0))
  for (let i = from; i + wanted.length <= before; i++) {
    if (wanted.every((byte, k) => bytes[i + k] === byte)) return i
  }
  return -1
}
