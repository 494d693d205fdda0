/** A JSON value. Keys whose value is undefined count as absent, as in JSON.stringify. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * The one text of a JSON value (RFC 8785): keys sorted by UTF-16 code units, no spaces, numbers as ECMAScript prints them;
 * keys whose value is undefined are left out, as JSON.stringify does.
 * Throws on what JSON or PostgreSQL's jsonb cannot carry: NaN, infinities, lone surrogates, NUL.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return stringText(value)
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  return `{${Object.entries(value)
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${stringText(key)}:${canonical(inner)}`)
    .join(',')}}`
}

// Array.isArray does not narrow readonly arrays.
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`JSON has no number ${value}`)
  return JSON.stringify(value)
}

function stringText(value: string): string {
  if (/\0|\p{Surrogate}/u.test(value))
    throw new TypeError('text with NUL or a lone surrogate cannot be recorded')
  return JSON.stringify(value)
}
