import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

export type FromHashWorker =
  | { readonly hashed: number }
  | { readonly sha256: string }
  | { readonly failed: string }

const PART = 4 << 20

/** Reads a file part by part beside the page, so that two gigabytes neither freeze it nor fill memory. */
async function hash(file: File): Promise<void> {
  const state = sha256.create()
  for (let at = 0; at < file.size; at += PART) {
    state.update(new Uint8Array(await file.slice(at, at + PART).arrayBuffer()))
    tell({ hashed: Math.min(at + PART, file.size) })
  }
  tell({ sha256: bytesToHex(state.digest()) })
}

function tell(message: FromHashWorker): void {
  self.postMessage(message)
}

self.addEventListener('message', ({ data }: MessageEvent<File>) => {
  hash(data).catch((error: unknown) => tell({ failed: String(error) }))
})
