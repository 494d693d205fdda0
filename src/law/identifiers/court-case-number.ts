import { accepted, type Checked, doubtful, rejected } from './checked.ts'
import { halfWidth } from './half-width.ts'

/** A court case number in parts; `old` is the form of the files before 2016 (字第N号). */
export interface CourtCaseNumber {
  readonly form: 'new' | 'old'
  readonly year: number
  /** 最高法, or province character with two or four digits; in the old form all that stands before 字第. */
  readonly court: string
  /** Code of the specialised trial, e.g. 知. */
  readonly specialised: string
  /** Kind of procedure, e.g. 民初, 行终, 知民终. */
  readonly type: string
  readonly serial: string
  /** e.g. 之一; empty where there is none. */
  readonly part: string
}

const provinceCharacters = '京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军'
const newForm = new RegExp(
  `^（(?<year>\\d{4})）(?<court>最高法|[${provinceCharacters}](?:\\d{4}|\\d{2})?)(?<specialised>知)?` +
    '(?<type>[\\u4e00-\\u9fa5]{1,4})(?<serial>\\d{1,8})号(?<part>之[一二三四五六七八九十]+)?$',
)
const oldForm =
  /^（(?<year>\d{4})）(?<court>[^\d第号]{1,20})字第(?<serial>\d{1,8}(?:-\d+)?)号(?<part>之.{1,4})?$/

/** Since 2016-01-01 files are numbered in the new form. */
const firstYearOfNewForm = 2016

/** Checks a court case number of either form; stored with full-width brackets. */
export function checkCourtCaseNumber(text: string): Checked {
  const parts = parseCourtCaseNumber(text)
  if (parts === undefined) return rejected(whyNot(fullWidthBrackets(text)))
  if (parts.year < 1949 || parts.year > 2099) return rejected(`收案年度“${parts.year}”不合理，请核对`)
  const value = printCourtCaseNumber(parts)
  if (parts.form === 'old' && parts.year >= firstYearOfNewForm) {
    return doubtful(value, '2016年起案号不再使用“字第”写法，请对照法律文书核对')
  }
  if (parts.form === 'new' && parts.year < firstYearOfNewForm) {
    return doubtful(value, '2016年以前的案号一般写作“……字第……号”，请对照法律文书核对')
  }
  return accepted(value)
}

/** The parts of a case number of either form; undefined where the text has neither. */
export function parseCourtCaseNumber(text: string): CourtCaseNumber | undefined {
  const normal = fullWidthBrackets(text)
  const groups = newForm.exec(normal)?.groups
  if (groups) return { form: 'new', ...fields(groups) }
  const old = oldForm.exec(normal)?.groups
  return old ? { form: 'old', ...fields(old) } : undefined
}

export function printCourtCaseNumber(number: CourtCaseNumber): string {
  const tail = `${number.serial}号${number.part}`
  const head = `（${number.year}）${number.court}`
  return number.form === 'old' ? `${head}字第${tail}` : `${head}${number.specialised}${number.type}${tail}`
}

function fields(groups: Record<string, string>): Omit<CourtCaseNumber, 'form'> {
  return {
    year: Number(groups.year),
    court: groups.court ?? '',
    specialised: groups.specialised ?? '',
    type: groups.type ?? '',
    serial: groups.serial ?? '',
    part: groups.part ?? '',
  }
}

function fullWidthBrackets(text: string): string {
  return halfWidth(text)
    .replace(/[([〔【]/g, '（')
    .replace(/[)\]〕】]/g, '）')
}

function whyNot(text: string): string {
  const example = '例如（2024）京73民初123号，旧案号例如（2012）民申字第1544号'
  if (!/^（\d{4}）/.test(text)) return `案号应以括号内的四位收案年度开头，${example}`
  if (!text.includes('号')) return `案号缺少末尾的“号”，${example}`
  if (!/\d号/.test(text)) return `案号“号”字前应为案件编号（数字），${example}`
  if (!new RegExp(`^（\\d{4}）(最高法|[${provinceCharacters}])`).test(text) && !text.includes('字第')) {
    return `年度之后应为法院代字（“最高法”或省份简称加数字），${example}`
  }
  return `案号格式不符，应为年度、法院代字、类型代字、编号依次相连，${example}`
}
