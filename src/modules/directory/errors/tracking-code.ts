import { createHash } from 'node:crypto'
import type { Chance } from '#kernel/capabilities.ts'
import { verificationCode } from '#law/identifiers/verification-code.ts'

/** Sixteen characters in four groups: 80 random bits, so that nobody reads the answer to another by guessing. */
export function trackingCode(chance: Chance): string {
  const code = `${verificationCode(chance.bytes(5))}${verificationCode(chance.bytes(5))}`
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** Only the hash is kept. Read as typed: any case, with or without dashes, O for 0, I and L for 1. */
export function trackingHash(typed: string): string {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return createHash('sha256').update(code).digest('hex')
}
