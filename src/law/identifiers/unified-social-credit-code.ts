import { weightedSum } from './check-digits.ts'
import { accepted, type Checked, doubtful, rejected } from './checked.ts'
import { firstForeign, halfWidth } from './half-width.ts'
import { provinceOf } from './region.ts'

/** GB 32100-2015: no I, O, S, V, Z; a character's value is its index. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights31 = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const weights11 = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Checks a unified social credit code. Some early pilot codes are lawful and yet fail the outer check while the
 * organisation code inside them holds: those are doubtful, not wrong.
 */
export function checkUnifiedSocialCreditCode(text: string): Checked {
  const code = halfWidth(text).toUpperCase()
  const foreign = firstForeign(code, /[0-9A-HJ-NPQRTUWXY]/)
  if (foreign) {
    return rejected(`第${foreign.position}位“${foreign.char}”不能用于统一社会信用代码（不使用I、O、S、V、Z）`)
  }
  if (code.length !== 18) return rejected(`统一社会信用代码应为18位，现为${code.length}位`)
  const region = code.slice(2, 8)
  // 100000 is the code of national bodies
  if (!/^\d{6}$/.test(region) || (region !== '100000' && provinceOf(region) === undefined)) {
    return rejected(`第3至8位“${region}”不是有效的登记管理机关行政区划码`)
  }
  const inner = organisationCheckCharacter(code.slice(8, 16))
  if (code[16] !== inner) {
    return rejected(`第17位（组织机构代码校验位）应为“${inner}”，现为“${code[16]}”，请核对第9至17位`)
  }
  const outer = creditCodeCheckCharacter(code.slice(0, 17))
  if (code[17] !== outer) {
    return doubtful(
      code,
      `第18位校验位按规则应为“${outer}”，现为“${code[17]}”。少数早期试点代码确有此情形，请对照登记证书核实并说明理由`,
    )
  }
  return accepted(code)
}

/** Completes the first 16 characters (type, region, eight characters of the organisation) with both check characters. */
export function withCreditCodeCheckCharacters(first16: string): string {
  const first17 = first16 + organisationCheckCharacter(first16.slice(8))
  return first17 + creditCodeCheckCharacter(first17)
}

function creditCodeCheckCharacter(first17: string): string {
  const values = [...first17].map((c) => alphabet.indexOf(c))
  return alphabet.charAt((31 - (weightedSum(values, weights31) % 31)) % 31)
}

/** GB 11714: digits count as themselves, letters A = 10 … Z = 35. */
function organisationCheckCharacter(eight: string): string {
  const values = [...eight].map((c) => Number.parseInt(c, 36))
  const check = 11 - (weightedSum(values, weights11) % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
