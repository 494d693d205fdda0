import { blockList } from '#verify/changed-blocks.ts'
import type { Bytes } from '#verify/der.ts'
import { type PdfFile, readPdf } from '#verify/pdf-file.ts'
import type { PdfValue } from '#verify/pdf-value.ts'
import { appendRevision, type NewObject, nextObjectNumber, textAt } from './append-revision.ts'
import type { SignatureField } from './render.ts'

/**
 * Adds the empty signature fields where the template left room. All of them are there before anyone signs, so that
 * a signature never has to touch the form or a page.
 */
export async function addSignatureFields(pdf: Uint8Array, fields: readonly SignatureField[]): Promise<Bytes> {
  const file = readPdf(new Uint8Array(pdf))
  const pages = pageReferences(file)
  const first = nextObjectNumber(file)
  const blank = first
  const widgets = fields.map((field, i) => ({
    ...field,
    number: first + 1 + i,
    on: pages[field.page - 1] ?? -1,
  }))
  const pictures: NewObject = {
    number: blank,
    text: '<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<<>>/Length 0>>',
    stream: new Uint8Array(0),
  }
  // Flag 4: printed; ISO 19005-3 §6.3.2 and §6.3.3 ask for it and for a picture.
  const objects = widgets.map(({ name, box, number, on }) => ({
    number,
    text:
      `<</Type/Annot/Subtype/Widget/FT/Sig/T(${name})/F 4/P ${on} 0 R` +
      `/Rect[${box.map((n) => n.toFixed(2)).join(' ')}]/AP<</N ${blank} 0 R>>>>`,
  }))
  const changedPages = [...new Set(widgets.map(({ on }) => on))].map((page) => ({
    number: page,
    text: withEntry(file, page, `/Annots[${referencesTo(widgets.filter(({ on }) => on === page))}]`),
  }))
  const root = file.revisions.at(-1)?.trailer.get('Root')
  if (root?.kind !== 'ref') throw new Error('the PDF has no catalog')
  const blocks = { number: first + 1 + fields.length, text: await blockList(file.bytes) }
  const form = `/MJ_Blocks ${blocks.number} 0 R/AcroForm<</Fields[${referencesTo(widgets)}]/SigFlags 3>>`
  const catalog = { number: root.number, text: withEntry(file, root.number, form) }
  return appendRevision(file, [pictures, ...objects, blocks, ...changedPages, catalog])
}

function referencesTo(objects: readonly { number: number }[]): string {
  return objects.map(({ number }) => `${number} 0 R`).join(' ')
}

function withEntry(file: PdfFile, number: number, entry: string): string {
  const value = file.object(number)?.value
  if (value?.kind !== 'dict') throw new Error(`object ${number} is not a dictionary`)
  const key = /^\/(\w+)/.exec(entry)?.[1] ?? ''
  if (value.entries.has(key)) throw new Error(`object ${number} already has /${key}`)
  return `<<${entry}${textAt(file, value).slice(2)}`
}

/** Object numbers of the pages in order. */
function pageReferences(file: PdfFile): number[] {
  const below = (reference: PdfValue | undefined): number[] => {
    const node = file.dict(reference)
    if (reference?.kind !== 'ref' || !node) return []
    return node.has('Kids') ? file.items(node.get('Kids')).flatMap(below) : [reference.number]
  }
  return below(file.root().get('Pages'))
}
