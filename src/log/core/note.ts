import { fromBase64, toBase64 } from './base64.ts'
import { concat } from './bytes.ts'
import { verifyEd25519 } from './ed25519.ts'
import { isKeyName, isSignatureOf, type NoteKey } from './note-key.ts'

/** A signed note (C2SP signed-note): text that ends in a newline, and the signature lines under it. */
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

interface NoteSignature {
  readonly name: string
  readonly keyId: Uint8Array
  readonly signature: Uint8Array
}

/** Who signs notes. The private key stays with its keeper. */
export interface NoteSigner {
  readonly key: NoteKey
  sign(message: Uint8Array): Promise<Uint8Array>
}

/** A signature that was checked and holds; a cosignature says when it was given, in seconds since 1970. */
export interface CheckedSignature {
  readonly key: NoteKey
  readonly time?: number
}

const encoder = new TextEncoder()
/** The specification asks for 16 at least; a limit keeps a hostile note cheap. */
const mostSignatures = 64

/** Reads a note strictly; undefined where its form is not that of the specification. */
export function parseNote(note: string): Note | undefined {
  const split = note.lastIndexOf('\n\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification forbids them
  if (split < 1 || !note.endsWith('\n') || /[\0-\x09\x0b-\x1f]|\p{Surrogate}/u.test(note)) return undefined
  const lines = note.slice(split + 2, -1).split('\n')
  if (lines.length > mostSignatures) return undefined
  const signatures = lines.map(parseSignatureLine)
  if (!signatures.every((line) => line !== undefined)) return undefined
  return { text: note.slice(0, split + 1), signatures }
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? []
  const bytes = encoded === undefined ? undefined : fromBase64(encoded)
  if (!name || !isKeyName(name) || !bytes || bytes.length < 5) return undefined
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }
}

/** Signs a text and prints the note. */
export async function signNote(text: string, signer: NoteSigner): Promise<string> {
  const signature = await signer.sign(encoder.encode(text))
  return `${text}\n— ${signer.key.name} ${toBase64(concat(signer.key.id, signature))}\n`
}

/**
 * The signatures of known keys. Lines of unknown keys are ignored; a line of a known key that does not verify, or no line of
 * a known key at all, rejects the whole note (undefined).
 */
export async function verifyNote(
  note: Note,
  keys: readonly NoteKey[],
): Promise<CheckedSignature[] | undefined> {
  const checked: CheckedSignature[] = []
  for (const line of note.signatures) {
    const key = keys.find((known) => isSignatureOf(known, line))
    if (!key) continue
    const one =
      key.type === 'note' ? await checkNote(note, line, key) : await checkCosignature(note, line, key)
    if (!one) return undefined
    checked.push(one)
  }
  return checked.length > 0 ? checked : undefined
}

async function checkNote(
  note: Note,
  line: NoteSignature,
  key: NoteKey,
): Promise<CheckedSignature | undefined> {
  return (await verifyEd25519(key.publicKey, encoder.encode(note.text), line.signature)) ? { key } : undefined
}

/** tlog-cosignature/v1: eight bytes of time, then the signature over a header, the time and the note. */
async function checkCosignature(
  note: Note,
  line: NoteSignature,
  key: NoteKey,
): Promise<CheckedSignature | undefined> {
  if (line.signature.length !== 72) return undefined
  const seconds = new DataView(Uint8Array.from(line.signature).buffer).getBigUint64(0)
  if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  const message = encoder.encode(`cosignature/v1\ntime ${seconds}\n${note.text}`)
  const holds = await verifyEd25519(key.publicKey, message, line.signature.slice(8))
  return holds ? { key, time: Number(seconds) } : undefined
}
