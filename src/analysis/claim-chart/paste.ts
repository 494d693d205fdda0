import type { CreativeLabour, Finding, SubFinding, SubFindings } from './contract.ts'

/** A row as pasted; votes are given later, by the appraisers themselves. `line` counts from 1 within the paste. */
export interface PastedRow {
  readonly line: number
  readonly id: string
  readonly claimText: string
  readonly counterpart: string
  readonly finding: Finding
  readonly subFindings?: SubFindings
  readonly reasons: string
  readonly evidence: readonly string[]
}

export interface Paste {
  readonly rows: readonly PastedRow[]
  readonly errors: readonly { readonly line: number; readonly says: string }[]
}

const columns = [
  { field: 'id', named: /^(?:特征)?(?:编号|序号|代号)$/ },
  { field: 'means', named: /手段/ },
  { field: 'function', named: /功能/ },
  { field: 'effect', named: /效果/ },
  { field: 'creativeLabour', named: /创造性劳动|联想/ },
  { field: 'finding', named: /结果|结论|异同/ },
  { field: 'counterpart', named: /被诉|被控|对应/ },
  { field: 'claimText', named: /权利要求|技术特征|特征/ },
  { field: 'reasons', named: /理由|说明|分析|依据/ },
  { field: 'evidence', named: /证据|出处/ },
] as const
type Field = (typeof columns)[number]['field']

const usualOrder: readonly Field[] = ['id', 'claimText', 'counterpart', 'finding', 'reasons', 'evidence']
const mostRows = 500
const longestCell = 20_000

/** Reads rows pasted from a spreadsheet, with or without a heading line; every bad row is told apart from the good. */
export function readPaste(text: string): Paste {
  const table = parseTsv(text).filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  const order = headingOrder(table[0]?.cells ?? [])
  const body = order ? table.slice(1) : table
  if (body.length > mostRows) {
    return {
      rows: [],
      errors: [{ line: 1, says: `一次最多粘贴${mostRows}行，现为${body.length}行，请分次粘贴` }],
    }
  }
  const read = body.map(({ line, cells }) => ({ line, ...readRow(line, cells, order ?? usualOrder) }))
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    errors: read.flatMap(({ line, error }) => (error === undefined ? [] : [{ line, says: error }])),
  }
}

/** Tab-separated text as spreadsheets write it: a cell in quotes may hold tabs, line breaks and doubled quotes. */
export function parseTsv(
  text: string,
): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const rows: { line: number; cells: string[] }[] = []
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y
  let row: { line: number; cells: string[] } = { line: 1, cells: [] }
  let line = 1
  for (;;) {
    // a quote never closed, or closed in mid-cell, is an ordinary character: then the second alternative matches
    const match = cell.exec(text)
    if (!match) return rows
    const content = match[1]?.replaceAll('""', '"') ?? match[2] ?? ''
    row.cells.push(content)
    line += (content.match(/\r\n|\n|\r/g) ?? []).length
    const end = match[3]
    cell.lastIndex = match.index + match[0].length
    if (end === '\t') continue
    rows.push(row)
    if (end === '' || end === undefined || cell.lastIndex >= text.length) return rows
    line += 1
    row = { line, cells: [] }
  }
}

function headingOrder(cells: readonly string[]): readonly (Field | null)[] | null {
  const used = new Set<Field>()
  const order = cells.map((cell) => {
    const name = cell.replace(/\s/g, '')
    const found =
      name.length > 20
        ? undefined
        : columns.find((column) => !used.has(column.field) && column.named.test(name))
    if (found) used.add(found.field)
    return found?.field ?? null
  })
  return used.has('claimText') && (used.has('finding') || used.has('counterpart')) ? order : null
}

function readRow(
  line: number,
  cells: readonly string[],
  order: readonly (Field | null)[],
): { row?: PastedRow; error?: string } {
  const of = (field: Field) => (cells[order.indexOf(field)] ?? '').trim()
  const at = `第${line}行`
  if (cells.some((cell) => cell.length > longestCell))
    return { error: `${at}有超过${longestCell}字的单元格，请缩短` }
  if (of('claimText') === '') return { error: `${at}缺少权利要求特征的文字` }
  const finding = findingOf(of('finding'))
  if (!finding) {
    return { error: `${at}比对结果“${of('finding')}”不能识别，请填相同、不同、缺少或者无法确定` }
  }
  const subFindings = subFindingsOf(of('means'), of('function'), of('effect'), of('creativeLabour'))
  if (finding === 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT' && !subFindings) {
    return { error: `${at}填“等同”的，须分别填写手段、功能、效果和是否需要创造性劳动` }
  }
  const evidence = of('evidence')
    .split(/[；;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const row = {
    line,
    id: of('id') || String(line),
    claimText: of('claimText'),
    counterpart: of('counterpart'),
    finding,
    ...(subFindings && { subFindings }),
    reasons: of('reasons'),
    evidence,
  }
  return { row }
}

const findingNames: readonly (readonly [RegExp, Finding])[] = [
  [/^(?:IDENTICAL|相同|一致|同|√)$/i, 'IDENTICAL'],
  [
    /^(?:EQUIVALENT_SUBFINDINGS|DIFFERENT_SAME_MEANS_FUNCTION_EFFECT|等同|基本相同|不同，但手段.*)$/i,
    'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT',
  ],
  [/^(?:DIFFERENT|不同|不相同|不一致|×)$/i, 'DIFFERENT'],
  [/^(?:ABSENT|缺少|缺少对应特征|缺失|无|没有|不具有|不具备)$/i, 'ABSENT'],
  [/^(?:NOT_DETERMINABLE|无法确定|不能确定|不确定)$/i, 'NOT_DETERMINABLE'],
]

function findingOf(text: string): Finding | undefined {
  const compact = text.replace(/\s/g, '')
  return findingNames.find(([name]) => name.test(compact))?.[1]
}

function subFindingsOf(means: string, fn: string, effect: string, labour: string): SubFindings | undefined {
  if ([means, fn, effect, labour].some((cell) => cell === '')) return undefined
  return { means: same(means), function: same(fn), effect: same(effect), creativeLabour: creative(labour) }
}

function same(text: string): SubFinding {
  if (/^(?:基本)?相同$|^同$|^SAME$/i.test(text)) return 'SAME'
  return /^不(?:相)?同$|^DIFFERENT$/i.test(text) ? 'DIFFERENT' : 'NOT_DETERMINABLE'
}

function creative(text: string): CreativeLabour {
  if (/^(?:无需|不需要?|否|NOT_NEEDED)/i.test(text)) return 'NOT_NEEDED'
  return /^(?:需|是|NEEDED)/i.test(text) ? 'NEEDED' : 'NOT_DETERMINABLE'
}
