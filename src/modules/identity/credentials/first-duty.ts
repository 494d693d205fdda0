import type { FirstDuty } from '../contract.ts'
import type { AccountRow } from '../store.ts'

export interface SignInPolicy {
  /** May be false in a demonstration only; the module refuses to be made otherwise. */
  readonly totpRequired: boolean
}

/** What the commands that deal with authenticators are made of. */
export interface Authenticators extends SignInPolicy {
  /** Under which secrets are sealed: 32 bytes, from outside the database. */
  readonly totpKey: Uint8Array
}

type Credentials = Pick<AccountRow, 'must_change_password' | 'totp_confirmed_at'>

/** What the person must do before any role takes effect; null when nothing. */
export function firstDutyOf(account: Credentials, { totpRequired }: SignInPolicy): FirstDuty | null {
  if (account.must_change_password) return 'change-password'
  return totpRequired && account.totp_confirmed_at === null ? 'enrol-totp' : null
}
