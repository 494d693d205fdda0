/** Tiles are 256 hashes wide (C2SP tlog-tiles). */
export const tileWidth = 256

/** A tile of a tree: full (width 256) or the ragged right edge. Level 0 holds leaf hashes, and entry bundles go with it. */
export interface Tile {
  readonly level: number
  readonly n: number
  readonly width: number
}

/** Where a tile is published: `tile/<level>/<n>` in groups of three digits, with `.p/<width>` where it is partial. */
export function tilePath({ level, n, width }: Tile): string {
  return `tile/${level}/${numberPath(n)}${partial(width)}`
}

/** Where the entries under a tile of level 0 are published. */
export function bundlePath({ n, width }: Omit<Tile, 'level'>): string {
  return `tile/entries/${numberPath(n)}${partial(width)}`
}

function numberPath(n: number): string {
  const digits = String(n)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
}

const partial = (width: number) => (width === tileWidth ? '' : `.p/${width}`)

/** The tiles that a tree of `newer` leaves has and one of `older` leaves lacks, level by level; `tilesOf(0, size)` is all. */
export function tilesOf(older: number, newer: number): Tile[] {
  const tiles: Tile[] = []
  for (let level = 0; hashesAt(level, newer) > 0; level++) {
    const [before, now] = [hashesAt(level, older), hashesAt(level, newer)]
    if (before === now) break
    for (let n = Math.floor(before / tileWidth); n * tileWidth < now; n++) {
      tiles.push({ level, n, width: Math.min(tileWidth, now - n * tileWidth) })
    }
  }
  return tiles
}

/** How many hashes a level has in all its tiles. */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level)
}

/** Entries behind their length as big-endian uint16. */
export function printBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new RangeError('an entry has at most 65535 bytes')
    view.setUint16(at, entry.length)
    bytes.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bytes
}

/** Reads a bundle; undefined where it is cut short. */
export function parseBundle(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    if (at + 2 > bytes.length) return undefined
    const end = at + 2 + view.getUint16(at)
    if (end > bytes.length) return undefined
    entries.push(bytes.slice(at + 2, end))
    at = end
  }
  return entries
}
