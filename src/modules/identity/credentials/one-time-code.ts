import { generateURI, ScureBase32Plugin, verifySync } from 'otplib'
import type { Chance } from '#kernel/capabilities.ts'
import { openSecret } from './sealed-secret.ts'

const ISSUER = '明鉴'
/** RFC 6238 §5.2: one step of 30 s either way forgives a clock that is a little off. */
const TOLERANCE_SECONDS = 30

/** A new secret of 160 bits (RFC 4226 §4, R6) with its otpauth:// address. */
export function newTotpSecret(chance: Chance, login: string): { secret: string; otpauth: string } {
  const secret = new ScureBase32Plugin().encode(chance.bytes(20))
  return { secret, otpauth: generateURI({ issuer: ISSUER, label: login, secret }) }
}

interface Enrolled {
  readonly id: string
  /** Sealed under the key of `stepOfCode`. */
  readonly totp_secret: string | null
  readonly totp_last_step: number | null
}

/** The time step of a right code that is newer than every code taken before, or null. */
export function stepOfCode(
  account: Enrolled,
  code: string,
  { now, totpKey }: { readonly now: Date; readonly totpKey: Uint8Array },
): number | null {
  if (account.totp_secret === null) return null
  const result = verifySync({
    secret: openSecret(account.totp_secret, { key: totpKey, accountId: account.id }),
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: TOLERANCE_SECONDS,
  })
  if (!result.valid || !('timeStep' in result)) return null
  return result.timeStep > (account.totp_last_step ?? -1) ? result.timeStep : null
}
