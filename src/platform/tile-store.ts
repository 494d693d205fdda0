import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Chance } from '#kernel/capabilities.ts'
import type { TileStore } from '#log/publish.ts'

/** Publishes into a local folder that any web server can serve as it is. */
export function localTileStore(root: string, chance: Chance): TileStore {
  return {
    async read(path) {
      try {
        return new Uint8Array(await readFile(join(root, path)))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
    async write(path, bytes) {
      const target = join(root, path)
      const aside = join(root, `.incoming-${chance.id()}`)
      await mkdir(dirname(target), { recursive: true })
      await durable(aside, 'wx', (handle) => handle.writeFile(bytes))
      await rename(aside, target)
      await durable(dirname(target), 'r') // a rename is durable only once its folder is
    },
    async remove(folder) {
      await rm(join(root, folder), { recursive: true, force: true })
    },
  }
}

async function durable(
  path: string,
  flags: string,
  act?: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const handle = await open(path, flags, 0o644)
  try {
    await act?.(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
