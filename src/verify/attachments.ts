import type { Bytes } from './der.ts'
import type { PdfFile } from './pdf-file.ts'
import { NotPdf, type PdfValue, textOf } from './pdf-value.ts'

/** No attachment of ours comes near this; a small stream that swells to more is refused. */
const most = 64 * 1024 * 1024

/** The files carried in the document, by name. */
export async function attachmentsOf(pdf: PdfFile): Promise<Map<string, Bytes>> {
  const found = new Map<string, Bytes>()
  const names = pdf.dict(pdf.root().get('Names'))
  for (const [name, specification] of leavesOf(pdf, names?.get('EmbeddedFiles'), 0)) {
    if (found.has(name)) throw new NotPdf(`附件“${name}”出现两次`, specification.start)
    const file = pdf.dict(pdf.dict(specification)?.get('EF'))?.get('F')
    const object = file?.kind === 'ref' ? pdf.object(file.number) : undefined
    if (object?.value.kind !== 'dict' || !object.stream)
      throw new NotPdf(`附件“${name}”无法读取`, specification.start)
    found.set(name, await decoded(object.stream, object.value.entries.get('Filter')))
  }
  return found
}

function leavesOf(pdf: PdfFile, node: PdfValue | undefined, depth: number): [string, PdfValue][] {
  const dict = pdf.dict(node)
  if (!dict || depth > 8) return []
  const items = pdf.items(dict.get('Names'))
  const own = items.flatMap((key, i): [string, PdfValue][] => {
    const value = items[i + 1]
    return i % 2 === 0 && key.kind === 'string' && value ? [[textOf(key.bytes), value]] : []
  })
  return [...own, ...pdf.items(dict.get('Kids')).flatMap((kid) => leavesOf(pdf, kid, depth + 1))]
}

/** The bytes of a stream that is plain or deflated; other filters are none of ours. */
export async function decoded(stream: Bytes, filter: PdfValue | undefined): Promise<Bytes> {
  if (!filter) return stream
  if (filter.kind !== 'name' || filter.value !== 'FlateDecode')
    throw new NotPdf('数据流的编码不受支持', filter.start)
  const inflated = new Blob([stream]).stream().pipeThrough(new DecompressionStream('deflate'))
  const parts: Uint8Array[] = []
  let length = 0
  const reader = inflated.getReader()
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      parts.push(step.value)
      length += step.value.length
      if (length > most) throw new NotPdf('数据流过大', filter.start)
    }
  } catch (error) {
    if (error instanceof NotPdf) throw error
    throw new NotPdf('数据流已损坏', filter.start)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
