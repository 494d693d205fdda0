import { accepted, type Checked, rejected } from './checked.ts'
import { firstForeign, halfWidth } from './half-width.ts'

/** Base 32 without I, L, O, U: what is read aloud or copied by hand is not mistaken. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight characters from 40 random bits, given by the caller as five bytes. */
export function verificationCode(random: Uint8Array): string {
  if (random.length !== 5) throw new RangeError('a verification code is made of five random bytes')
  let bits = 0n
  for (const byte of random) bits = (bits << 8n) | BigInt(byte)
  let code = ''
  for (let shift = 35n; shift >= 0n; shift -= 5n) code += alphabet.charAt(Number((bits >> shift) & 31n))
  return code
}

/** Reads a code as typed: any case, dashes, O for 0, I and L for 1. */
export function checkVerificationCode(text: string): Checked {
  const code = halfWidth(text).toUpperCase().replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const foreign = firstForeign(code, /[0-9A-HJKMNP-TV-Z]/)
  if (foreign)
    return rejected(`验证码第${foreign.position}位“${foreign.char}”无效，验证码由数字和大写字母组成`)
  if (code.length !== 8) return rejected(`验证码应为8位，现为${code.length}位`)
  return accepted(code)
}

/** Two groups of four, as printed on the cover. */
export function printVerificationCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
