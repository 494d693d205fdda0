/** A fresh Idempotency-Key: one per attempt of one deed, kept while the same attempt is sent again. */
export function attemptKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
