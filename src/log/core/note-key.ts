import { fromBase64, toBase64 } from './base64.ts'
import { concat, sameBytes } from './bytes.ts'
import type { Sha256 } from './merkle.ts'

/** What a note key may sign (C2SP signed-note): the note itself, or a witness's cosignature with its time. */
const signatureTypes = { note: 0x01, cosignature: 0x04 } as const

/** A public key that a reader trusts, known by name and id together. */
export interface NoteKey {
  readonly name: string
  readonly id: Uint8Array
  readonly type: keyof typeof signatureTypes
  readonly publicKey: Uint8Array
}

/** The key with its id: SHA-256(name ‖ newline ‖ type ‖ public key), first four bytes. */
export function noteKey(sha256: Sha256, key: Omit<NoteKey, 'id'>): NoteKey {
  if (!isKeyName(key.name)) throw new TypeError(`not a key name: ${key.name}`)
  const name = new TextEncoder().encode(`${key.name}\n`)
  const id = sha256(concat(name, Uint8Array.of(signatureTypes[key.type]), key.publicKey)).slice(0, 4)
  return { ...key, id }
}

/** A verifier key in the text form `name+id+key` that trust files and other tools use. */
export function printVerifierKey(key: NoteKey): string {
  return `${key.name}+${hex(key.id)}+${toBase64(concat(Uint8Array.of(signatureTypes[key.type]), key.publicKey))}`
}

/** Reads a verifier key; undefined where it is malformed, of another kind than Ed25519, or its id is not its own. */
export function parseVerifierKey(sha256: Sha256, text: string): NoteKey | undefined {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  if (!name || !encoded || !isKeyName(name)) return undefined
  const bytes = fromBase64(encoded)
  const type =
    bytes?.[0] === signatureTypes.note
      ? 'note'
      : bytes?.[0] === signatureTypes.cosignature
        ? 'cosignature'
        : null
  if (!bytes || !type || bytes.length !== 33) return undefined
  const key = noteKey(sha256, { name, type, publicKey: bytes.slice(1) })
  return hex(key.id) === id ? key : undefined
}

/** Names are non-empty, without Unicode spaces and without plus. */
export function isKeyName(name: string): boolean {
  return /^[^\s+\p{Z}\p{Cc}]+$/u.test(name)
}

export function isSignatureOf(key: NoteKey, signature: { name: string; keyId: Uint8Array }): boolean {
  return key.name === signature.name && sameBytes(key.id, signature.keyId)
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
