import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LogTrust } from '#log/core/checkpoint.ts'
import type { NoteSigner } from '#log/core/note.ts'
import { ed25519Signer } from '#log/signer.ts'

export interface LogIdentity {
  readonly signer: NoteSigner
  readonly trust: LogTrust
}

/** The log's signing key: made at the first start, readable by its owner only, never in the database. */
export async function logIdentity(dataDir: string, origin: string): Promise<LogIdentity> {
  const path = join(dataDir, 'keys', 'log.pem')
  const pem = await readFile(path, 'utf8').catch(() => createKey(path))
  const signer = ed25519Signer(origin, createPrivateKey(pem))
  return { signer, trust: { origin, keys: [signer.key] } }
}

async function createKey(path: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, pem, { mode: 0o600, flag: 'wx' })
  return pem
}
