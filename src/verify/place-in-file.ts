import type { PdfFile } from './pdf-file.ts'
import { textOf } from './pdf-value.ts'

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
  const name = type?.kind === 'name' ? type.value : ''
  const file = entries?.get('F')
  if (name === 'Filespec' && file?.kind === 'string') return `（附件 ${textOf(file.bytes)}）`
  const kinds: Partial<Record<string, string>> = {
    EmbeddedFile: '（附件内容）',
    Font: '（字体）',
    FontDescriptor: '（字体）',
    Page: '（页面）',
    Sig: '（签名）',
    Annot: '（签名域）',
    Catalog: '（目录）',
    Metadata: '（说明信息）',
    StructElem: '（结构）',
  }
  return kinds[name] ?? ''
}
