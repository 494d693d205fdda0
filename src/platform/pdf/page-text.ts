import { inflateSync } from 'node:zlib'
import type { PdfFile, PdfObject } from '#verify/pdf-file.ts'
import { NotPdf, type PdfDict, PdfReader, type PdfValue, textOf } from '#verify/pdf-value.ts'

/**
 * The text of the document in its logical order, which the structure tree gives (ISO 32000-1 §14.7): a table cell that
 * goes on overleaf stays together, and what repeats on each page (marked Artifact) is left out.
 */
export function documentText(pdf: PdfFile): string {
  const pages = new Map<number, ReadonlyMap<number, string>>()
  for (const number of pagesOf(pdf, pdf.root().get('Pages'))) pages.set(number, markedText(pdf, number))
  const walk = (node: PdfValue | undefined, page: number): string => {
    if (node?.kind === 'number') return pages.get(page)?.get(node.value) ?? ''
    if (node?.kind === 'array') return node.items.map((kid) => walk(kid, page)).join('')
    const element = pdf.dict(node)
    const onto = element?.get('Pg')
    const here = onto?.kind === 'ref' ? onto.number : page
    return walk(element?.get('MCID') ?? element?.get('K'), here)
  }
  return walk(pdf.root().get('StructTreeRoot'), -1)
}

/** The text of each marked piece of a page, by its number. */
function markedText(pdf: PdfFile, number: number): Map<number, string> {
  const page = pdf.dict(pdf.object(number)?.value)
  const contents = page?.get('Contents')
  const object = contents?.kind === 'ref' ? pdf.object(contents.number) : undefined
  const fonts = pdf.dict(pdf.dict(page?.get('Resources'))?.get('Font'))
  return object ? textOfContent(plain(object), decoders(pdf, fonts)) : new Map()
}

/** The object numbers of the pages in order. */
export function pagesOf(pdf: PdfFile, node: PdfValue | undefined): number[] {
  const dict = pdf.dict(node)
  if (!dict || node?.kind !== 'ref') return []
  return dict.has('Kids') ? pdf.items(dict.get('Kids')).flatMap((kid) => pagesOf(pdf, kid)) : [node.number]
}

type Decode = (codes: Uint8Array) => string

function decoders(pdf: PdfFile, fonts: PdfDict | undefined): Map<string, Decode> {
  return new Map(
    Array.from(fonts ?? [], ([name, reference]): [string, Decode] => {
      const toUnicode = pdf.dict(reference)?.get('ToUnicode')
      const object = toUnicode?.kind === 'ref' ? pdf.object(toUnicode.number) : undefined
      const table = object
        ? readToUnicode(Buffer.from(plain(object)).toString('latin1'))
        : new Map<number, string>()
      return [name, (codes) => decode(codes, table)]
    }),
  )
}

/** Two-byte codes; a code without a character becomes U+FFFD, which no source text has. */
function decode(codes: Uint8Array, table: ReadonlyMap<number, string>): string {
  let out = ''
  for (let i = 0; i + 1 < codes.length; i += 2)
    out += table.get(((codes[i] ?? 0) << 8) | (codes[i + 1] ?? 0)) ?? '\uFFFD'
  return out
}

function readToUnicode(cmap: string): Map<number, string> {
  const text = (digits: string) => Buffer.from(digits, 'hex').swap16().toString('utf16le')
  const table = new Map<number, string>()
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of block.matchAll(/<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>/gi)) {
      table.set(Number.parseInt(code, 16), text(to))
    }
  }
  if (cmap.includes('beginbfrange')) throw new NotPdf('字体的文字表形式未知', 0)
  return table
}

/** Where a piece of content belongs: its own number, none (artifacts), or wherever its surroundings belong. */
type Mark = { readonly piece?: number; readonly hidden?: true }

/** Runs the text operators of a content stream (ISO 32000-1 §9.4, §14.6). */
function textOfContent(content: Uint8Array, fonts: ReadonlyMap<string, Decode>): Map<number, string> {
  const reader = new PdfReader(new Uint8Array(content), 0)
  const pieces = new Map<number, string>()
  const marks: Mark[] = []
  let operands: PdfValue[] = []
  let font: Decode = () => '\uFFFD'
  const show = (text: string) => {
    const piece = marks.findLast((mark) => mark.piece !== undefined)?.piece
    if (piece === undefined || marks.some((mark) => mark.hidden)) return
    pieces.set(piece, (pieces.get(piece) ?? '') + text)
  }
  for (reader.skipSpace(); reader.at < reader.bytes.length; reader.skipSpace()) {
    const operator = operatorAt(reader)
    if (operator === undefined) {
      operands.push(reader.value())
      continue
    }
    const [first, second] = operands
    if (operator === 'Tf' && first?.kind === 'name') font = fonts.get(first.value) ?? font
    if (operator === 'Tj' || operator === 'TJ') show(operands.flatMap(strings).map(font).join(''))
    if (operator === 'BMC' || operator === 'BDC') {
      const properties = second?.kind === 'dict' ? second.entries : undefined
      const actual = properties?.get('ActualText')
      if (actual?.kind === 'string') show(textOf(actual.bytes))
      marks.push(markOf(first, properties))
    }
    if (operator === 'EMC') marks.pop()
    operands = []
  }
  return pieces
}

function markOf(tag: PdfValue | undefined, properties: PdfDict | undefined): Mark {
  const piece = properties?.get('MCID')
  if (piece?.kind === 'number') return { piece: piece.value }
  const isArtifact = tag?.kind === 'name' && tag.value === 'Artifact'
  return isArtifact || properties?.has('ActualText') ? { hidden: true } : {}
}

function strings(value: PdfValue): Uint8Array[] {
  if (value.kind === 'string') return [value.bytes]
  return value.kind === 'array' ? value.items.flatMap(strings) : []
}

/** The operator that stands here, or nothing and the place as it was. */
function operatorAt(reader: PdfReader): string | undefined {
  const back = reader.at
  const word = reader.word()
  if (/^[A-Za-z'"][A-Za-z0-9*]*$/.test(word) && !['true', 'false', 'null'].includes(word)) return word
  reader.at = back
  return undefined
}

function plain(object: PdfObject): Uint8Array {
  const filter = object.value.kind === 'dict' ? object.value.entries.get('Filter') : undefined
  const stream = object.stream ?? new Uint8Array(0)
  return filter ? inflateSync(stream) : stream
}
