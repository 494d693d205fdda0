import type { PdfFile } from './pdf-file.ts'
import { type PdfDict, textOf } from './pdf-value.ts'

/** Says in words what stands between two places of the file: which save, which objects. */
export function placeOf(pdf: PdfFile | undefined, from: number, to: number): string {
  const place = `第 ${from} 至 ${to} 字节之间`
  if (!pdf) return place
  const revision = pdf.revisions.findIndex((r) => r.start < to && from < r.end)
  const objects = [...(pdf.revisions[revision]?.offsets ?? [])].flatMap(([number]) => {
    try {
      const object = pdf.object(number, revision)
      return object && object.start < to && from < object.end
        ? [`对象 ${number}${kindOf(pdf, number, revision)}`]
        : []
    } catch {
      return [] // an object that a changed byte made unreadable cannot be named
    }
  })
  const part = revision === 0 ? '正文' : `第 ${revision} 次追加`
  return `${place}（${part}${objects.length > 0 ? `，${objects.slice(0, 3).join('、')}` : ''}）`
}

function kindOf(pdf: PdfFile, number: number, revision: number): string {
  const entries = pdf.dict(pdf.object(number, revision)?.value)
  const type = entries?.get('Type')
  const file = entries?.get('F')
  const name = type?.kind === 'name' ? type.value : ''
  if (name === 'Filespec' && file?.kind === 'string') return `：附件 ${textOf(file.bytes)}`
  const said = kinds[name] ?? roleOf(pdf, number)
  return said ? `：${said}` : ''
}

const kinds: Partial<Record<string, string>> = {
  EmbeddedFile: '附件的内容',
  Font: '字体',
  FontDescriptor: '字体',
  Page: '页面',
  Sig: '签名',
  Annot: '签名域',
  Catalog: '文件目录',
  Metadata: '文件说明',
  StructElem: '文档结构',
  XObject: '签名图样',
}

/** Streams do not say what they are; who points at them does. */
function roleOf(pdf: PdfFile, number: number): string | undefined {
  const uses: Partial<Record<string, string>> = { FontFile2: '字体', ToUnicode: '字体', CIDSet: '字体' }
  const pages = pdf.items(pdf.dict(pdf.root().get('Pages'))?.get('Kids'))
  for (const [i, page] of pages.entries()) {
    const contents = pdf.dict(page)?.get('Contents')
    if (contents?.kind === 'ref' && contents.number === number) return `第 ${i + 1} 页的内容`
  }
  for (const other of pdf.revisions[0]?.offsets.keys() ?? []) {
    for (const [key, value] of readable(pdf, other) ?? []) {
      if (value.kind === 'ref' && value.number === number && uses[key]) return uses[key]
    }
  }
  return undefined
}

function readable(pdf: PdfFile, number: number): PdfDict | undefined {
  try {
    return pdf.dict(pdf.object(number)?.value)
  } catch {
    return undefined // broken by the very change that is being placed
  }
}
