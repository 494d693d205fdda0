import { ascii, type Bytes } from './der.ts'
import { indexOfText } from './pdf-file.ts'

const blockSize = 1024
/** Eight bytes of each block's SHA-256: enough to say where to look; never the ground of a verdict. */
const kept = 8

/** A list of short hashes, one for each block of the file: lets a later reader say where a byte was changed. */
export async function blockHashes(bytes: Bytes): Promise<string> {
  const count = Math.ceil(bytes.length / blockSize)
  const hashes = await Promise.all(Array.from({ length: count }, (_, i) => blockHash(bytes, i)))
  return hashes.join('')
}

/** The first places, as [from, to) in bytes, where the file differs from the list. */
export async function changedBlocks(bytes: Bytes, list: string): Promise<[from: number, to: number][]> {
  const found: [number, number][] = []
  const count = Math.max(Math.ceil(bytes.length / blockSize), list.length / (2 * kept))
  for (let i = 0; i < count && found.length < 8; i++) {
    const expected = list.slice(2 * kept * i, 2 * kept * (i + 1))
    if ((await blockHash(bytes, i)) === expected) continue
    const last = found.at(-1)
    if (last?.[1] === i * blockSize) last[1] += blockSize
    else found.push([i * blockSize, (i + 1) * blockSize])
  }
  return found
}

/** The list of the rendered document, which it carries itself: PDF text for the catalog. */
export async function blockList(bytes: Bytes): Promise<string> {
  return `<</MJ_Length ${bytes.length}/MJ_Hashes<${await blockHashes(bytes)}>>>`
}

/** What the carried list says of the rendered part. Searched as text, since a changed byte may have broken the structure. */
export async function changedRenderedBlocks(bytes: Bytes): Promise<[from: number, to: number][]> {
  const at = indexOfText(bytes, '/MJ_Length ', 0, bytes.length)
  if (at < 0) return []
  const head = ascii(bytes.subarray(at, at + 64))
  const [whole = '', length] = /^\/MJ_Length (\d{1,10})\/MJ_Hashes</.exec(head) ?? []
  const end = bytes.indexOf(0x3e, at)
  if (length === undefined || end < 0) return []
  return changedBlocks(bytes.subarray(0, Number(length)), ascii(bytes.subarray(at + whole.length, end)))
}

async function blockHash(bytes: Bytes, index: number): Promise<string> {
  const block = bytes.subarray(index * blockSize, (index + 1) * blockSize)
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', block))
  return Array.from(digest.subarray(0, kept), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
