import type { ReadDb } from '#kernel/capabilities.ts'
import { provinceOf } from '#law/identifiers/region.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { canonical } from '#log/core/canonical.ts'
import { appraiserStates, institutionStates, type RegisterBody } from '../contract/register.ts'
import { type AsOf, listAsOf, type Said } from './as-of.ts'

const batch = 1000

/** The whole list of a day as one JSON document: what was asked, the log size, and every entry there ever was by then. */
export async function* listAsJson(db: ReadDb, asOf: AsOf, origin: string): AsyncIterable<string> {
  const head = canonical({ v: 1, origin, day: asOf.day, question: asOf.question, size: asOf.size })
  yield `${head.slice(0, -1)},"entries":[`
  let separator = '\n'
  for await (const { key, logIndex, item, body } of everyEntry(db, asOf)) {
    yield `${separator}${canonical({ key, index: logIndex, item, body })}`
    separator = ',\n'
  }
  yield '\n]}\n'
}

const columns = [
  '类别',
  '编号',
  '名称',
  '状态',
  '省份',
  '机构编号',
  '职称',
  '负责人',
  '地址',
  '电话',
  '业务范围或专业',
  '列入或执业日期',
  '日志序号',
  '内容散列',
]

/** The same as a table for spreadsheets: UTF-8 with a byte order mark, cells that a spreadsheet would compute made inert. */
export async function* listAsCsv(db: ReadDb, asOf: AsOf): AsyncIterable<string> {
  yield `\uFEFF${columns.join(',')}\r\n`
  for await (const said of everyEntry(db, asOf)) yield `${cellsOf(said).map(cell).join(',')}\r\n`
}

async function* everyEntry(db: ReadDb, asOf: AsOf): AsyncIterable<Said> {
  for (const kind of ['institution', 'appraiser'] as const) {
    for (let after = ''; ; ) {
      const page = await listAsOf(db, asOf, { kind, tags: [], after, limit: batch })
      yield* page
      const last = page.at(-1)
      if (!last) break
      after = last.key
    }
  }
}

function cellsOf({ body, logIndex, item }: Said): string[] {
  const tail = [String(logIndex), item]
  if (body.kind === 'institution') {
    const { number, name, state, region, personInCharge, address, telephone, scope, listedFrom } = body
    const province = provinceOf(region) ?? region
    return [
      '机构',
      number,
      name,
      institutionStates[state],
      province,
      '',
      '',
      personInCharge,
      address,
      telephone,
      competences(scope),
      listedFrom,
      ...tail,
    ]
  }
  const { number, name, state, institution, title, fields, since } = body
  return [
    '鉴定人',
    number,
    name,
    appraiserStates[state],
    '',
    institution,
    title,
    '',
    '',
    '',
    competences(fields),
    since,
    ...tail,
  ]
}

type Competence = Pick<Extract<RegisterBody, { kind: 'appraiser' }>['fields'][number], 'ipType' | 'field'>

function competences(list: readonly Competence[]): string {
  return list
    .map((each) =>
      each.field
        ? `${ipType.label(each.ipType)}（${technicalField.label(each.field)}）`
        : ipType.label(each.ipType),
    )
    .join('；')
}

/** A cell that begins like a formula gets an apostrophe before it, so that no spreadsheet runs it. */
export function cell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
