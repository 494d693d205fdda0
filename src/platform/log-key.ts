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

/**
 * The log's name and signing key: both settled at the first start, for a log never changes its name; the key is readable by
 * its owner only and never in the database. Throws where the configuration names another log than the one begun here.
 */
export async function logIdentity(
  dataDir: string,
  named: { wanted?: string; otherwise: string },
): Promise<LogIdentity> {
  const origin = await settledOrigin(join(dataDir, 'keys', 'log.origin'), named)
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

async function settledOrigin(
  path: string,
  { wanted, otherwise }: { wanted?: string; otherwise: string },
): Promise<string> {
  const settled = await readFile(path, 'utf8').catch(() => undefined)
  if (settled === undefined) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, wanted ?? otherwise, { flag: 'wx' })
    return wanted ?? otherwise
  }
  if (wanted !== undefined && wanted !== settled)
    throw new Error(
      `这个数据文件夹里的日志名为 ${settled}，与 LOG_ORIGIN=${wanted} 不符。日志名不能更改，请改回配置。`,
    )
  return settled
}
