import { weighted2to9CheckDigit } from './check-digits.ts'
import { accepted, type Checked, rejected } from './checked.ts'
import { halfWidth } from './half-width.ts'

export type PatentKind = 'PATENT_INVENTION' | 'PATENT_UTILITY_MODEL' | 'PATENT_DESIGN'

/** A patent or application number in parts. `granted` is the ZL prefix: the number is then that of a patent. */
export interface PatentNumber {
  readonly granted: boolean
  /** Four digits, also where the old form writes two. */
  readonly year: number
  readonly form: 'old' | 'new'
  readonly typeDigit: string
  readonly kind: PatentKind
  readonly serial: string
  readonly checkDigit: string
}

/** 8 and 9 are international applications that entered the national phase. */
const kinds: ReadonlyMap<string, PatentKind> = new Map([
  ['1', 'PATENT_INVENTION'],
  ['2', 'PATENT_UTILITY_MODEL'],
  ['3', 'PATENT_DESIGN'],
  ['8', 'PATENT_INVENTION'],
  ['9', 'PATENT_UTILITY_MODEL'],
])

const example = '例如ZL201810557067.3'

/** Checks a Chinese patent (application) number, old form (eight digits) and new (twelve, since October 2003). */
export function checkPatentNumber(text: string): Checked {
  const compact = halfWidth(text).toUpperCase().replaceAll('．', '.')
  if (/^CN\d+[A-Z]\d?$/.test(compact)) {
    return rejected(`“${compact}”是公开（公告）号，请填写专利号或申请号，${example}`)
  }
  const body = compact.replace(/^(ZL|CN)/, '').replace('.', '')
  if (!/^\d*[\dX]$/.test(body)) return rejected(`专利号只含数字，校验位可为X，${example}`)
  if (body.length === 8 || body.length === 12) {
    return rejected(
      `缺少小数点后的校验位，按前${body.length}位应为“${weighted2to9CheckDigit(body)}”，请对照证书补全`,
    )
  }
  if (body.length !== 9 && body.length !== 13) {
    return rejected(`专利号应为8位或12位数字加1位校验位，现共${body.length}位，${example}`)
  }
  const parts = split(compact.startsWith('ZL'), body)
  if (typeof parts === 'string') return rejected(parts)
  return accepted(printPatentNumber(parts))
}

/** The parts of a number that `checkPatentNumber` accepts; undefined for any other text. */
export function parsePatentNumber(text: string): PatentNumber | undefined {
  const checked = checkPatentNumber(text)
  if (checked.ok !== true) return undefined
  const parts = split(checked.value.startsWith('ZL'), checked.value.replace(/^ZL/, '').replace('.', ''))
  return typeof parts === 'string' ? undefined : parts
}

export function printPatentNumber(number: PatentNumber): string {
  const year = number.form === 'new' ? String(number.year) : String(number.year).slice(2)
  return `${number.granted ? 'ZL' : ''}${year}${number.typeDigit}${number.serial}.${number.checkDigit}`
}

/** Builds a valid number of the new form from year, kind and serial; for demonstration rights. */
export function patentNumberWithCheckDigit(year: number, kind: PatentKind, serial: number): string {
  const typeDigit = [...kinds].find(([, of]) => of === kind)?.[0] ?? '1'
  const body = `${year}${typeDigit}${String(serial).padStart(7, '0')}`
  return `ZL${body}.${weighted2to9CheckDigit(body)}`
}

function split(granted: boolean, body: string): PatentNumber | string {
  const form = body.length === 13 ? 'new' : 'old'
  const yearLength = form === 'new' ? 4 : 2
  const digits = body.slice(0, -1)
  const checkDigit = body.slice(-1)
  const year = Number(
    form === 'new' ? body.slice(0, 4) : `${body[0] === '0' ? '20' : '19'}${body.slice(0, 2)}`,
  )
  const typeDigit = body.charAt(yearLength)
  const kind = kinds.get(typeDigit)
  if (form === 'new' && (year < 2003 || year > 2099))
    return `第1至4位“${year}”不是有效的申请年份（2003年起用新号）`
  if (form === 'old' && (year < 1985 || year > 2003)) {
    return `第1至2位“${body.slice(0, 2)}”不是有效的申请年份（旧号为1985至2003年）`
  }
  if (kind === undefined) {
    return `第${yearLength + 1}位种类号“${typeDigit}”无效，应为1（发明）、2（实用新型）、3（外观设计）、8或9（国际申请）`
  }
  const expected = weighted2to9CheckDigit(digits)
  if (checkDigit !== expected) {
    return `小数点后的校验位应为“${expected}”，现为“${checkDigit}”，请对照证书核对全部数字`
  }
  return { granted, year, form, typeDigit, kind, serial: digits.slice(yearLength + 1), checkDigit }
}
