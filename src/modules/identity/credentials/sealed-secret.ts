import { createCipheriv, createDecipheriv } from 'node:crypto'
import { sql } from 'kysely'
import type { Chance, ReadDb } from '#kernel/capabilities.ts'

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/** Whose secret it is goes into the seal: moved to another account's row it does not open. */
interface Seal {
  /** 32 bytes, from outside the database. */
  readonly key: Uint8Array
  readonly accountId: string
}

/** base64 of nonce ‖ ciphertext ‖ tag (AES-256-GCM, NIST SP 800-38D), with the account id as additional data. */
export function sealSecret(secret: string, { key, accountId }: Seal, chance: Chance): string {
  const nonce = chance.bytes(NONCE)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(accountId))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64')
}

/** Throws where the key is another one, or the text was sealed for another account or changed. */
export function openSecret(sealed: string, { key, accountId }: Seal): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(accountId))
    .setAuthTag(bytes.subarray(-TAG))
  return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8')
}

/** Whether this is the key under which the authenticators were bound; true where none is bound yet. */
export async function opensSecrets(db: ReadDb, key: Uint8Array): Promise<boolean> {
  const bound = await db
    .selectFrom('account')
    .select(['id', 'totp_secret as sealed'])
    .where('totp_secret', 'is not', null)
    .orderBy(sql`totp_confirmed_at desc nulls last`)
    .limit(1)
    .executeTakeFirst()
  if (!bound?.sealed) return true
  try {
    openSecret(bound.sealed, { key, accountId: bound.id })
    return true
  } catch {
    // Node throws a plain Error for a tag that does not match, and nothing else can go wrong here.
    return false
  }
}
