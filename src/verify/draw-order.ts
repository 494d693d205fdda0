import type { Sha256 } from '#log/core/merkle.ts'

/**
 * How a draw comes out of two values that nobody knew together: the root of the log at the size that was named beforehand, and
 * the secret that was committed to beforehand.
 *   seed  = SHA-256("mingjian draw v1\n" ‖ root ‖ secret)
 *   order = the candidates by HMAC-SHA-256(seed, key), smallest first
 * Server, page and command use this file; testing/bench/recompute-draws.mjs says the same a second time, in its own words.
 */
export function drawSeed(
  sha256: Sha256,
  { root, secret }: { readonly root: Uint8Array; readonly secret: Uint8Array },
): Uint8Array {
  if (root.length !== 32 || secret.length !== 32) throw new RangeError('root and secret have 32 bytes each')
  const message = new Uint8Array(domain.length + 64)
  message.set(domain)
  message.set(root, domain.length)
  message.set(secret, domain.length + 32)
  return sha256(message)
}

/** All candidates in the order drawn; the first is the pick, the next follows where one declines. */
export function drawnOrder(sha256: Sha256, seed: Uint8Array, keys: readonly string[]): string[] {
  const mac = hmac(sha256, seed)
  return keys
    .map((key) => ({ key, place: hex(mac(encoder.encode(key))) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.key < b.key ? -1 : 1))
    .map(({ key }) => key)
}

/** What is published of a secret before it is opened: its SHA-256, lower-case hex. */
export function commitmentTo(sha256: Sha256, secret: Uint8Array): string {
  return hex(sha256(secret))
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** 32 bytes out of 64 lower-case hex digits; undefined for any other text. */
export function bytes32(text: string): Uint8Array | undefined {
  if (!/^[0-9a-f]{64}$/.test(text)) return undefined
  return Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16))
}

const encoder = new TextEncoder()
const domain = encoder.encode('mingjian draw v1\n')
const BLOCK = 64

/** HMAC (RFC 2104) under one key that is no longer than a block. */
function hmac(sha256: Sha256, key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const padded = (pad: number) => Uint8Array.from({ length: BLOCK }, (_, i) => (key[i] ?? 0) ^ pad)
  const [inner, outer] = [padded(0x36), padded(0x5c)]
  return (message) => sha256(joined(outer, sha256(joined(inner, message))))
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length)
  whole.set(a)
  whole.set(b, a.length)
  return whole
}
