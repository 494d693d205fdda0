import { sameBytes } from '#log/core/bytes.ts'
import type { Bytes } from '#verify/der.ts'
import { Fields, oidOf, readDer } from '#verify/der.ts'

const messageDigest = '1.2.840.113549.1.9.4'

/**
 * The SHA-256 (hex) of what the last signature of a prepared file covers, computed here from the very bytes that are shown.
 * Throws where the file has another form than that of a prepared signature.
 */
export async function digestOfPrepared(pdf: Bytes): Promise<string> {
  const text = new TextDecoder('latin1').decode(pdf)
  const found = [...text.matchAll(/\/ByteRange\[0 (\d{10}) (\d{10}) (\d{10})\]/g)].at(-1)
  const [before = -1, after = -1, rest = -1] = (found ?? []).slice(1).map(Number)
  if (before < 0 || after <= before || after + rest !== pdf.length) throw new TypeError('not a prepared file')
  const covered = new Uint8Array(before + rest)
  covered.set(pdf.subarray(0, before))
  covered.set(pdf.subarray(after), before)
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', covered))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether the signed attributes speak of that digest and of nothing else: what is seen is what is signed. */
export function speaksOf(toBeSigned: Bytes, digest: string): boolean {
  const attributes = readDer(toBeSigned).children
  const stated = attributes.filter((attribute) => {
    const [type] = attribute.children
    return type !== undefined && oidOf(type) === messageDigest
  })
  const [only] = stated
  if (!only || stated.length !== 1) return false
  const fields = new Fields(only)
  fields.next(0x06)
  const value = fields.next(0x31).children[0]?.body
  const bytes = Uint8Array.from(digest.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return value !== undefined && sameBytes(value, bytes)
}
