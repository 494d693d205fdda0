import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { z } from 'zod'
import type { Json } from '#kernel/json.ts'
import type { Bytes } from '#verify/der.ts'
import { qrSvg } from './qr-code.ts'

/** A file carried inside the document. Names are ours, never a person's: plain ASCII. */
export interface Attachment {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mime: string
  readonly description: string
  readonly relationship: 'source' | 'data' | 'supplement'
}

/** Where the template left room for a signature; points from the lower left corner of the page (from 1). */
export interface SignatureField {
  readonly name: string
  readonly page: number
  readonly box: readonly [left: number, bottom: number, right: number, top: number]
}

export interface RenderOrder {
  /** A Typst file that takes all its text from `/data.json`, as strings. */
  readonly template: URL
  readonly data: Json
  /** Becomes the document's date; nothing else in the file depends on time. */
  readonly at: Date
  /** The text of a QR code, given to the template as an SVG. */
  readonly qr?: string
  readonly attachments?: readonly Attachment[]
  /** False for a picture that becomes part of another document: no structure, no archive format of its own. */
  readonly tagged?: boolean
}

export interface Rendered {
  readonly pdf: Bytes
  readonly pages: number
  readonly fields: readonly SignatureField[]
}

/** The template could not be set: a character without a glyph, most likely. Nothing was made. */
export class RenderFailed extends Error {}

const root = import.meta.dirname
const fonts = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf']
const a4Height = 841.8898
const a4Width = 595.2756

let warm: NodeCompiler | undefined

/** Loading the fonts takes a third of a second, once. */
function compiler(): NodeCompiler {
  const require = createRequire(import.meta.url)
  const read = (font: string) => readFileSync(require.resolve(`@expo-google-fonts/noto-serif-sc/${font}`))
  warm ??= NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: fonts.map(read) }] })
  return warm
}

/** Sets a document as PDF/A-3b with the bundled fonts only. The same order gives the same bytes. */
export function render(order: RenderOrder): Rendered {
  const typst = compiler()
  const attachments = order.attachments ?? []
  typst.resetShadow()
  typst.mapShadow(join(root, 'data.json'), Buffer.from(JSON.stringify(order.data)))
  for (const { name, bytes } of attachments) typst.mapShadow(join(root, name), Buffer.from(bytes))
  const mainFileContent = attachments.map(attach).join('') + readFileSync(order.template, 'utf8')
  const compiled = typst.compile({ mainFileContent, inputs: inputsOf(order) })
  if (!compiled.result) throw failure(typst, compiled.takeDiagnostics())
  const places = z
    .array(place)
    .parse(typst.query(compiled.result, { selector: '<signature-field>', field: 'value' }))
  const pdf = standardPdf(typst, compiled.result, order.tagged ?? true)
  // Typst remembers what it laid out; forget what ten documents did not use.
  typst.evictCache(10)
  return { pdf, pages: compiled.result.numOfPages, fields: places.map(fieldOf) }
}

type Compiled = NonNullable<ReturnType<NodeCompiler['compile']>['result']>

function standardPdf(typst: NodeCompiler, document: Compiled, tagged: boolean): Bytes {
  try {
    const options = tagged ? { pdfStandard: 'a-3b' } : { pdfStandard: '1.7', pdfTags: false }
    return new Uint8Array(typst.pdf(document, options))
  } catch (error) {
    throw new RenderFailed('文书不能按 PDF/A-3b 排出，请检查生僻字', { cause: error })
  }
}

function inputsOf({ at, qr }: RenderOrder): Record<string, string> {
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = at
    .toISOString()
    .split(/[-T:.]/)
  return { year, month, day, hour, minute, second, qr: qr === undefined ? '' : qrOf(qr) }
}

function qrOf(text: string): string {
  try {
    return qrSvg(text)
  } catch (cause) {
    throw new RenderFailed('网址过长，印不成二维码', { cause })
  }
}

function attach({ name, mime, description, relationship }: Attachment): string {
  if (!/^[a-z][a-z0-9.-]{0,63}$/.test(name) || /["\\#]/.test(mime + description)) {
    throw new TypeError(`not a name for an attachment: ${name}`)
  }
  return `#pdf.attach("/${name}", relationship: "${relationship}", mime-type: "${mime}", description: "${description}")\n`
}

function failure(
  typst: NodeCompiler,
  diagnostics: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null,
): RenderFailed {
  const cause = diagnostics ? typst.fetchDiagnostics(diagnostics) : []
  return new RenderFailed('文书排版失败', { cause: JSON.stringify(cause) })
}

/** Typst's points from the upper left corner. */
const place = z.object({
  name: z.string(),
  page: z.number(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
})

function fieldOf({ name, page, x, y, width, height }: z.infer<typeof place>): SignatureField {
  const bottom = a4Height - y - height
  if (x + width > a4Width || bottom < 0) throw new RenderFailed(`签名域 ${name} 超出页面`)
  return { name, page, box: [x, bottom, x + width, bottom + height] }
}
