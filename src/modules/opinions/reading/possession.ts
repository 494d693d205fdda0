import { fromBase64 } from '#log/core/base64.ts'

const p256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** Whether the signature (r‖s) over the server's random bytes is by the private key of this public key (DER SPKI). */
export async function possesses(given: {
  readonly publicKey: string
  readonly possession: string
  readonly challenge: string | null
}): Promise<boolean> {
  const [spki, signature] = [fromBase64(given.publicKey), fromBase64(given.possession)]
  const challenge = given.challenge === null ? undefined : fromBase64(given.challenge)
  if (!spki || !signature || !challenge) return false
  const { subtle } = globalThis.crypto
  try {
    const key = await subtle.importKey('spki', new Uint8Array(spki), p256, false, ['verify'])
    return await subtle.verify(p256, key, new Uint8Array(signature), new Uint8Array(challenge))
  } catch (error) {
    // Bytes that are no P-256 key prove nothing.
    if (error instanceof Error && ['DataError', 'OperationError'].includes(error.name)) return false
    throw error
  }
}
