import { ascii, type Bytes, type Der, NotDer, readDerPrefix } from './der.ts'
import type { PdfFile } from './pdf-file.ts'
import type { PdfSignature } from './pdf-revisions.ts'
import type { PdfValue } from './pdf-value.ts'

/** Where a signature stands in the file: what it covers, and its own bytes. */
export interface SignatureContainer {
  readonly covered: readonly [Bytes, Bytes]
  readonly cms: Der
  /** Sentence where the container could be changed unseen; undefined where it has the one permitted form. */
  readonly loose: { says: string; at: number } | undefined
  /** Sentence where the signature does not cover its whole revision. */
  readonly uncovered: { says: string; at: number } | undefined
}

/** Reads /ByteRange and /Contents. Throws NotDer where there is no signature to read. */
export function readContainer(pdf: PdfFile, signature: PdfSignature): SignatureContainer {
  const { bytes } = pdf
  const contents = signature.entries.get('Contents')
  if (contents?.kind !== 'string' || !contents.hex) throw new NotDer('签名值不是十六进制串')
  const range = numbersOf(signature.entries.get('ByteRange'))
  const [a = -1, b = -1, c = -1, d = -1] = range
  if (range.length !== 4 || a < 0 || b < 0 || c < a + b || d < 0 || c + d > bytes.length) {
    throw new NotDer('签名范围不合规')
  }
  const { value: cms, end } = readDerPrefix(contents.bytes)
  return {
    covered: [bytes.subarray(a, a + b), bytes.subarray(c, c + d)],
    cms,
    loose: looseForm(bytes, contents, end),
    uncovered: gapIn({
      range: [a, b, c, d],
      contents,
      revisionEnd: pdf.revisions[signature.revision]?.end ?? 0,
    }),
  }
}

/** Outside every signature lie only the digits of the last one: they must be lower case and padded with zeros. */
function looseForm(bytes: Bytes, contents: PdfValue, cmsLength: number): SignatureContainer['loose'] {
  const digits = ascii(bytes.subarray(contents.start + 1, contents.end - 1))
  const odd = digits.search(/[^0-9a-f]/)
  if (odd >= 0) return { says: '签名值的书写形式被改动或不合规', at: contents.start + 1 + odd }
  const padding = digits.slice(2 * cmsLength).search(/[^0]/)
  if (padding >= 0)
    return { says: '签名值之后的填充被改动', at: contents.start + 1 + 2 * cmsLength + padding }
  return digits.length % 2 === 0 ? undefined : { says: '签名值的长度不合规', at: contents.end }
}

function gapIn(place: {
  range: readonly [number, number, number, number]
  contents: PdfValue
  revisionEnd: number
}): SignatureContainer['uncovered'] {
  const [a, b, c, d] = place.range
  if (a !== 0) return { says: '签名没有从文件开头起覆盖', at: 0 }
  if (b !== place.contents.start || c !== place.contents.end) {
    return { says: '签名范围之外除签名值外还有内容', at: Math.min(b, place.contents.start) }
  }
  if (c + d !== place.revisionEnd) return { says: '签名没有覆盖到修订的结尾，其后有未签名的内容', at: c + d }
  return undefined
}

function numbersOf(value: PdfValue | undefined): number[] {
  if (value?.kind !== 'array') return []
  return value.items.flatMap((item) =>
    item.kind === 'number' && Number.isSafeInteger(item.value) ? [item.value] : [],
  )
}
