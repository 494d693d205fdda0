import { inflateSync } from 'node:zlib'
import type { PdfFile, PdfObject } from '#verify/pdf-file.ts'
import { NotPdf, type PdfDict, PdfReader, type PdfValue, textOf } from '#verify/pdf-value.ts'

/** Text of every page in the order in which it was set, without what repeats on each page (marked Artifact). */
export function pageTexts(pdf: PdfFile): string[] {
  return pagesOf(pdf, pdf.root().get('Pages')).map((page) => {
    const contents = page.get('Contents')
    const object = contents?.kind === 'ref' ? pdf.object(contents.number) : undefined
    const fonts = pdf.dict(pdf.dict(page.get('Resources'))?.get('Font'))
    return object ? textOfContent(plain(object), decoders(pdf, fonts)) : ''
  })
}

export function pagesOf(pdf: PdfFile, node: PdfValue | undefined): PdfDict[] {
  const dict = pdf.dict(node)
  if (!dict) return []
  return dict.has('Kids') ? pdf.items(dict.get('Kids')).flatMap((kid) => pagesOf(pdf, kid)) : [dict]
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

/** Runs the text operators of a content stream (ISO 32000-1 §9.4, §14.6). */
function textOfContent(content: Uint8Array, fonts: ReadonlyMap<string, Decode>): string {
  const reader = new PdfReader(new Uint8Array(content), 0)
  const state: { operands: PdfValue[]; marks: Mark[]; font: Decode; out: string } = {
    operands: [],
    marks: [],
    font: () => '\uFFFD',
    out: '',
  }
  const show = (text: string) => {
    if (state.marks.every((mark) => mark === 'plain')) state.out += text
  }
  for (reader.skipSpace(); reader.at < reader.bytes.length; reader.skipSpace()) {
    const operator = operatorAt(reader)
    if (operator === undefined) {
      state.operands.push(reader.value())
      continue
    }
    const [first, second] = state.operands
    if (operator === 'Tf' && first?.kind === 'name') state.font = fonts.get(first.value) ?? state.font
    if (operator === 'Tj' || operator === 'TJ') show(state.operands.flatMap(strings).map(state.font).join(''))
    if (operator === 'BMC' || operator === 'BDC') {
      const actual = second?.kind === 'dict' ? second.entries.get('ActualText') : undefined
      if (actual?.kind === 'string') show(textOf(actual.bytes))
      state.marks.push(
        first?.kind === 'name' && first.value === 'Artifact' ? 'artifact' : actual ? 'replaced' : 'plain',
      )
    }
    if (operator === 'EMC') state.marks.pop()
    state.operands = []
  }
  return state.out
}

type Mark = 'plain' | 'artifact' | 'replaced'

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
