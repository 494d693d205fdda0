import { weighted2to9CheckDigit } from './check-digits.ts'
import { accepted, type Checked, doubtful, rejected } from './checked.ts'
import { halfWidth } from './half-width.ts'

/**
 * Registration number of an IC layout design: BS. + eight digits + check digit, with or without the second dot.
 * The check rule is inferred from three published numbers, so a mismatch is doubtful, never wrong.
 */
export function checkLayoutNumber(text: string): Checked {
  const parts = /^BS\.?(\d{8})\.?([\dX])$/.exec(halfWidth(text).toUpperCase())
  const [, digits, check] = parts ?? []
  if (digits === undefined || check === undefined) {
    return rejected('布图设计登记号应为BS.加8位数字和1位校验位，例如BS.12500520.2')
  }
  const value = `BS.${digits}.${check}`
  const expected = weighted2to9CheckDigit(digits)
  if (check === expected) return accepted(value)
  return doubtful(value, `校验位按已知登记号推得应为“${expected}”，现为“${check}”，请对照登记证书核实`)
}
