/**
 * The header that names a download (RFC 6266): an ASCII stand-in for old programs and the true name as RFC 8187 writes it.
 * Nothing of the name can leave its quotes.
 */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (char) => `%${hex(char)}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`
}

function hex(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase()
}
