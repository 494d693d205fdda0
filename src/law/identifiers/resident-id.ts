import { mod11Radix2CheckDigit } from './check-digits.ts'
import { accepted, type Checked, rejected } from './checked.ts'
import { halfWidth } from './half-width.ts'
import { provinceOf } from './region.ts'

/** Resident identity number, GB 11643-1999: region, birth date, order, check digit. Store it encrypted, show it masked. */
export function checkResidentId(text: string): Checked {
  const id = halfWidth(text).toUpperCase()
  if (id.length !== 18) return rejected(`公民身份号码应为18位，现为${id.length}位`)
  if (!/^\d{17}[\dX]$/.test(id)) return rejected('公民身份号码前17位应为数字，第18位应为数字或X')
  if (provinceOf(id) === undefined) return rejected(`第1至2位“${id.slice(0, 2)}”不是省级行政区划代码`)
  if (!isBirthDate(id.slice(6, 14))) return rejected(`第7至14位“${id.slice(6, 14)}”不是有效的出生日期`)
  const expected = mod11Radix2CheckDigit(id.slice(0, 17))
  if (id[17] !== expected) return rejected(`第18位校验码应为“${expected}”，现为“${id[17]}”，请核对全部数字`)
  return accepted(id)
}

/** Completes 17 digits; for demonstration people only. */
export function withResidentIdCheckDigit(first17: string): string {
  return first17 + mod11Radix2CheckDigit(first17)
}

/** First six and last four stay readable. */
export function maskResidentId(id: string): string {
  return `${id.slice(0, 6)}********${id.slice(-4)}`
}

function isBirthDate(eight: string): boolean {
  const year = Number(eight.slice(0, 4))
  const month = Number(eight.slice(4, 6))
  const day = Number(eight.slice(6))
  if (year < 1850 || year > 2099 || month < 1 || month > 12) return false
  return day >= 1 && day <= daysInMonth(year, month)
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}
