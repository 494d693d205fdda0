import { createPublicKey, type KeyObject, sign } from 'node:crypto'
import type { NoteSigner } from './core/note.ts'
import { noteKey } from './core/note-key.ts'
import { sha256 } from './node-hash.ts'

/** Signs checkpoints with an Ed25519 key held by this process; a key kept elsewhere is another NoteSigner. */
export function ed25519Signer(name: string, privateKey: KeyObject): NoteSigner {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('the log signs with an Ed25519 key')
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (!x) throw new TypeError('the key has no public half')
  const publicKey = new Uint8Array(Buffer.from(x, 'base64url'))
  return {
    key: noteKey(sha256, { name, type: 'note', publicKey }),
    sign: async (message) => new Uint8Array(sign(null, message, privateKey)),
  }
}
