import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Chance } from '#kernel/capabilities.ts'

const LENGTH = 32

/**
 * The AES-256 key under which authenticators' secrets lie in the database: made at the first start, readable by its owner
 * only, never in the database. Throws where the file is there but is no such key.
 */
export async function totpKey(dataDir: string, chance: Chance): Promise<Uint8Array> {
  const path = join(dataDir, 'keys', 'totp.key')
  const stored = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return created(path, chance)
    throw error
  })
  const key = Buffer.from(stored.trim(), 'base64')
  if (key.length !== LENGTH)
    throw new Error(`${path} 不是 ${LENGTH} 字节的密钥（base64），请从备份恢复这个文件。`)
  return new Uint8Array(key)
}

/** Two instances that start at once: the second takes what the first has written. */
async function created(path: string, chance: Chance): Promise<string> {
  const key = Buffer.from(chance.bytes(LENGTH)).toString('base64')
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  return writeFile(path, `${key}\n`, { mode: 0o600, flag: 'wx' }).then(
    () => key,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return readFile(path, 'utf8')
      throw error
    },
  )
}
