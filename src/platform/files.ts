import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Chance, Files } from '#kernel/capabilities.ts'

/** Blobs on the local disk, named by their SHA-256; written aside, fsynced, renamed, read back and compared. */
export interface LocalFiles extends Files {
  /** Takes over a finished file from elsewhere on the same disk (an upload), hashing it as stored; never holds it whole. */
  adopt(path: string): Promise<{ sha256: string; size: number }>
  pathOf(sha256: string): string
  /** The name of everything stored, also of what no table speaks of any more (a file between two signatures). */
  names(): AsyncIterable<string>
}

export function localFiles(root: string, chance: Chance): LocalFiles {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256 name: ${sha256}`)
    return join(root, sha256.slice(0, 2), sha256)
  }

  async function settle(from: string, sha256: string): Promise<void> {
    const path = pathOf(sha256)
    await mkdir(dirname(path), { recursive: true })
    await rename(from, path)
    await syncFolder(dirname(path))
    const stored = await hashOf(path)
    if (stored !== sha256) throw new Error(`blob ${sha256} reads back as ${stored}`)
  }

  return {
    pathOf,
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const aside = join(root, 'incoming', chance.id())
      await mkdir(dirname(aside), { recursive: true })
      const handle = await open(aside, 'wx', 0o640)
      await handle.writeFile(bytes)
      await handle.sync()
      await handle.close()
      await settle(aside, sha256)
      return sha256
    },
    async adopt(path) {
      const handle = await open(path, 'r')
      await handle.sync()
      const { size } = await handle.stat()
      await handle.close()
      const sha256 = await hashOf(path)
      await settle(path, sha256)
      return { sha256, size }
    },
    read: async (sha256) => new Uint8Array(await readFile(pathOf(sha256))),
    stream: (sha256) => Readable.toWeb(createReadStream(pathOf(sha256))) as ReadableStream<Uint8Array>, // node's own type of the same object
    size: async (sha256) => (await stat(pathOf(sha256))).size,
    rehash: (sha256) => hashOf(pathOf(sha256)),
    async *names() {
      for (const folder of await namesIn(root)) {
        if (/^[0-9a-f]{2}$/.test(folder)) yield* (await namesIn(join(root, folder))).sort()
      }
    },
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

/** A rename is durable only once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync()
  await handle.close()
}
