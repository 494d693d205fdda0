import type { StandardKind } from '../terms/standard.ts'
import { accepted, type Checked, doubtful, rejected } from './checked.ts'
import { halfWidth } from './half-width.ts'
import { provinceOf } from './region.ts'

const shape =
  /^(?<code>GB|GB\/[TZ]|[A-HJ-Z][A-Z]\/[TZ]|DB(?:\d{2}|\d{4})\/T|T\/[A-Z]+)(?<serial>\d+(?:\.\d+)?)[-–—―](?<year>\d{4})$/

/**
 * Number of a standard (domain brief §12.10), stored as `GB/T 45563.2—2025`. Codes of industries are many: one that is not
 * known here is doubtful, not wrong.
 */
export function checkStandardNumber(text: string): Checked {
  const parts = shape.exec(halfWidth(text).toUpperCase())?.groups
  const { code = '', serial = '', year = '' } = parts ?? {}
  if (!parts) return rejected('标准编号应为代号、顺序号和年份，例如 GB/T 45563.2—2025、T/CIPS 001—2022')
  if (year < '1980' || year > '2099') return rejected(`年份“${year}”不在1980至2099之间`)
  if (code.startsWith('DB') && provinceOf(code.slice(2)) === undefined)
    return rejected(`地方标准代号“${code}”的行政区划不存在`)
  const value = `${code} ${serial}—${year}`
  const known = /^(GB|DB|T\/|SF\/)/.test(code)
  return known
    ? accepted(value)
    : doubtful(value, `“${code}”不是本平台已知的行业标准代号，请对照标准封面核实`)
}

/** Who issues what bears this number, which must be as `checkStandardNumber` gives it. */
export function kindOfStandardNumber(number: string): StandardKind {
  if (number.startsWith('GB')) return 'NATIONAL'
  if (number.startsWith('DB')) return 'LOCAL'
  return number.startsWith('T/') ? 'GROUP' : 'INDUSTRY'
}

/** Two digits of the province whose local standard it is; undefined for all others. */
export function provinceOfStandardNumber(number: string): string | undefined {
  return /^DB(\d{2})/.exec(number)?.[1]
}

/** As it stands in an address: `gb-t-45563.2-2025`. */
export function standardSlug(number: string): string {
  return number.toLowerCase().replace(/[/\s—]+/g, '-')
}
