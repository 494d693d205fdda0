import { beijingTime } from '#kernel/beijing.ts'
import { type PdfFile, readPdf } from '#verify/pdf-file.ts'
import type { PdfValue } from '#verify/pdf-value.ts'
import { type NewObject, textAt } from './append-revision.ts'
import { render } from './render.ts'

/** What the picture in a signature field says. */
export interface PictureOrder {
  readonly kind: 'person' | 'seal'
  readonly name: string
  readonly at: Date
  readonly demonstration: boolean
  /** Size of the field in points. */
  readonly width: number
  readonly height: number
}

/**
 * The picture of a signature as a form XObject with its fonts: the first object is the form, numbered `first`, the
 * others follow. Set by Typst as a page of its own and carried over object by object.
 */
export function signaturePicture(order: PictureOrder, first: number): NewObject[] {
  const { kind, name, width, height, demonstration } = order
  const data = { kind, name, time: beijingTime(order.at), width, height, demonstration }
  const template = new URL('./signature-picture.typ', import.meta.url)
  const file = readPdf(render({ template, data, at: order.at, tagged: false }).pdf)
  const page = file.dict(file.items(file.dict(file.root().get('Pages'))?.get('Kids'))[0])
  const contents = page?.get('Contents')
  const content = contents?.kind === 'ref' ? file.object(contents.number) : undefined
  const resources = page?.get('Resources')
  if (!resources || content?.value.kind !== 'dict' || !content.stream)
    throw new Error('the picture has no content')

  const numbers = new Map<number, number>()
  collect(file, resources, numbers, first + 1)
  const filter = content.value.entries.get('Filter')
  const form =
    `<</Type/XObject/Subtype/Form/BBox[0 0 ${width.toFixed(2)} ${height.toFixed(2)}]` +
    `/Resources ${renumbered(file, resources, numbers)}/Length ${content.stream.length}` +
    `${filter ? `/Filter${textAt(file, filter)}` : ''}>>`
  const carried = Array.from(numbers, ([old, number]): NewObject => {
    const object = file.object(old)
    if (!object) throw new Error(`object ${old} is missing`)
    const text = renumbered(file, object.value, numbers)
    return object.stream ? { number, text, stream: object.stream } : { number, text }
  })
  return [{ number: first, text: form, stream: content.stream }, ...carried]
}

/** Gives a new number to every object that the value leads to. */
function collect(file: PdfFile, value: PdfValue, numbers: Map<number, number>, first: number): void {
  for (const reference of referencesIn(value)) {
    const { number } = reference
    if (numbers.has(number)) continue
    numbers.set(number, first + numbers.size)
    const target = file.object(number)?.value
    if (target) collect(file, target, numbers, first)
  }
}

function renumbered(file: PdfFile, value: PdfValue, numbers: ReadonlyMap<number, number>): string {
  const text = textAt(file, value)
  let out = ''
  let from = 0
  for (const reference of referencesIn(value)) {
    out += `${text.slice(from, reference.start - value.start)}${numbers.get(reference.number)} 0 R`
    from = reference.end - value.start
  }
  return out + text.slice(from)
}

/** In the order in which they stand. */
function referencesIn(value: PdfValue): Extract<PdfValue, { kind: 'ref' }>[] {
  if (value.kind === 'ref') return [value]
  if (value.kind === 'array') return value.items.flatMap(referencesIn)
  if (value.kind === 'dict') return [...value.entries.values()].flatMap(referencesIn)
  return []
}
