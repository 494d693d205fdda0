/**
 * Full-width ASCII (as a Chinese keyboard types it) to half width, without any white space or zero-width character.
 * Not NFKC: that would also rewrite characters that belong to names.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '')
}

/** The first character that the pattern does not allow, with its position counted from 1 as a person counts. */
export function firstForeign(text: string, allowed: RegExp): { char: string; position: number } | undefined {
  const chars = [...text]
  const index = chars.findIndex((c) => !allowed.test(c))
  const char = chars[index]
  return char === undefined ? undefined : { char, position: index + 1 }
}
