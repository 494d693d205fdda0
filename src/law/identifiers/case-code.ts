import { mod11Radix2CheckDigit } from './check-digits.ts'
import { accepted, type Checked, rejected } from './checked.ts'
import { halfWidth } from './half-width.ts'
import { provinceOf } from './region.ts'

/** Unified case code (domain brief §12.11): year, region and directory serial of the institution, IP type, serial, check. */
export interface CaseCode {
  readonly year: number
  /** Six digits, region of the institution. */
  readonly region: string
  /** 1–999, serial of the institution in the directory. */
  readonly institution: number
  /** Two digits, code of the IP type (`terms/ip-type.ts`). */
  readonly ipType: string
  /** 1–99999, per institution and year. */
  readonly serial: number
}

/** Prints a case code with its check digit. A number out of range is a defect of the caller and throws. */
export function caseCodeWithCheckDigit(code: CaseCode): string {
  const body =
    digits(code.year, 4) + code.region + digits(code.institution, 3) + code.ipType + digits(code.serial, 5)
  if (!/^\d{20}$/.test(body)) throw new RangeError(`case code parts out of range: ${body}`)
  return body + mod11Radix2CheckDigit(body)
}

export function checkCaseCode(text: string): Checked {
  const code = halfWidth(text).toUpperCase().replaceAll('-', '')
  if (code.length !== 21) return rejected(`统一案件编码应为21位，现为${code.length}位`)
  if (!/^\d{20}[\dX]$/.test(code)) return rejected('统一案件编码前20位应为数字，末位为数字或X')
  const expected = mod11Radix2CheckDigit(code.slice(0, 20))
  if (code[20] !== expected) return rejected(`末位校验位应为“${expected}”，现为“${code[20]}”，请核对全部数字`)
  if (provinceOf(code.slice(4)) === undefined) return rejected(`第5至6位“${code.slice(4, 6)}”不是省级代码`)
  return accepted(code)
}

export function parseCaseCode(text: string): CaseCode | undefined {
  const checked = checkCaseCode(text)
  if (checked.ok !== true) return undefined
  const { value } = checked
  return {
    year: Number(value.slice(0, 4)),
    region: value.slice(4, 10),
    institution: Number(value.slice(10, 13)),
    ipType: value.slice(13, 15),
    serial: Number(value.slice(15, 20)),
  }
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
