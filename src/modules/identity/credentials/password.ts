import { hash, verify } from '@node-rs/argon2'
import type { Chance } from '#kernel/capabilities.ts'

/** Argon2id at the library's default cost: 19 MiB, two passes, one lane. */
export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

let decoy: Promise<string> | undefined

/** Takes as long for an account that does not exist as for one that does, so that time tells nothing. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash('no account has this hash')
  const matches = await verify(stored ?? (await decoy), password)
  return matches && stored !== undefined
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of five characters that cannot be mistaken for each other: 99 bits, given out once. */
export function initialPassword(chance: Chance): string {
  const group = () => Array.from({ length: 5 }, () => letter(chance)).join('')
  return [group(), group(), group(), group()].join('-')
}

/** Bytes beyond the last whole multiple of the alphabet are drawn again: every letter is equally likely. */
function letter(chance: Chance): string {
  for (;;) {
    const byte = chance.bytes(1)[0] ?? 255
    if (byte < 256 - (256 % letters.length)) return letters.charAt(byte % letters.length)
  }
}
