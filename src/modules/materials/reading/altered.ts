import type { Files } from '#kernel/capabilities.ts'

/** Names of the files whose stored bytes no longer hash to what was registered, or are gone. */
export async function alteredFiles(
  files: Files,
  registered: readonly { readonly name: string; readonly sha256: string }[],
): Promise<string[]> {
  const altered: string[] = []
  for (const { name, sha256 } of registered) {
    if ((await rehashed(files, sha256)) !== sha256) altered.push(name)
  }
  return altered
}

/** The SHA-256 of the stored bytes now; undefined where there are none. */
export async function rehashed(files: Files, sha256: string): Promise<string | undefined> {
  try {
    return await files.rehash(sha256)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
