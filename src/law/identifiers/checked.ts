/**
 * What the check of an identifier says. `value` is the normalised form to be stored. `doubtful` means that the
 * check fails in a way that lawful numbers are known to fail: a person may go on with a reason.
 */
export type Checked =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: 'doubtful'; readonly value: string; readonly warn: string }
  | { readonly ok: false; readonly reason: string }

export function accepted(value: string): Checked {
  return { ok: true, value }
}

export function doubtful(value: string, warn: string): Checked {
  return { ok: 'doubtful', value, warn }
}

export function rejected(reason: string): Checked {
  return { ok: false, reason }
}
