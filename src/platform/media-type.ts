/** What a file begins with, and at which offset. Only the bytes decide: a declared type is never trusted. */
const signatures: readonly { readonly at: number; readonly bytes: string; readonly type: string }[] = [
  { at: 0, bytes: '%PDF-', type: 'application/pdf' },
  { at: 0, bytes: '\x89PNG\r\n\x1a\n', type: 'image/png' },
  { at: 0, bytes: '\xff\xd8\xff', type: 'image/jpeg' },
  { at: 0, bytes: 'GIF87a', type: 'image/gif' },
  { at: 0, bytes: 'GIF89a', type: 'image/gif' },
  { at: 8, bytes: 'WEBP', type: 'image/webp' },
  { at: 0, bytes: 'II*\0', type: 'image/tiff' },
  { at: 0, bytes: 'MM\0*', type: 'image/tiff' },
  { at: 0, bytes: 'PK\x03\x04', type: 'application/zip' },
  { at: 0, bytes: '7z\xbc\xaf\x27\x1c', type: 'application/x-7z-compressed' },
  { at: 0, bytes: 'Rar!\x1a\x07', type: 'application/vnd.rar' },
  { at: 0, bytes: '\x1f\x8b', type: 'application/gzip' },
  { at: 0, bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', type: 'application/x-ole-storage' },
  { at: 4, bytes: 'ftyp', type: 'video/mp4' },
  { at: 0, bytes: 'RIFF', type: 'application/x-riff' },
]

/** How many first bytes are enough for `mediaTypeOf`. */
export const SNIFFED_BYTES = 16

/** The media type that the first bytes show; `application/octet-stream` for all else, HTML and SVG among them. */
export function mediaTypeOf(head: Uint8Array): string {
  const text = Buffer.from(head).toString('latin1')
  return signatures.find(({ at, bytes }) => text.startsWith(bytes, at))?.type ?? 'application/octet-stream'
}
