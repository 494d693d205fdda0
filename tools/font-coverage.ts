import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The fonts that documents are printed with; only what all of them have can be printed. */
export const fontFiles = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf']

const require = createRequire(import.meta.url)

/** The code points of a TrueType font, ascending, from its format 12 `cmap` (OpenType 1.9, cmap). */
export function codePointsOf(font: Buffer): number[] {
  const tables = font.readUInt16BE(4)
  const records = Array.from({ length: tables }, (_, i) => 12 + 16 * i)
  const record = records.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (record === undefined) throw new Error('the font has no cmap')
  const cmap = font.readUInt32BE(record + 8)
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) =>
    font.readUInt32BE(cmap + 8 + 8 * i),
  )
  const subtable = subtables.map((offset) => cmap + offset).find((at) => font.readUInt16BE(at) === 12)
  if (subtable === undefined) throw new Error('the font has no cmap of format 12')
  const points: number[] = []
  for (let group = 0; group < font.readUInt32BE(subtable + 12); group++) {
    const at = subtable + 16 + 12 * group
    const glyph = font.readUInt32BE(at + 8)
    for (
      let point = font.readUInt32BE(at), end = font.readUInt32BE(at + 4), g = glyph;
      point <= end;
      point++, g++
    ) {
      if (g !== 0) points.push(point)
    }
  }
  return points
}

export function bundledCodePoints(): number[] {
  const [first = new Set<number>(), ...others] = fontFiles.map((file) => {
    const path = require.resolve(`@expo-google-fonts/noto-serif-sc/${file}`)
    return new Set(codePointsOf(readFileSync(path)))
  })
  return [...first].filter((point) => others.every((other) => other.has(point))).toSorted((a, b) => a - b)
}

/** Runs of covered code points as `gap` and `length`, both base 36; a length of 1 is left out. */
export function packRanges(points: readonly number[]): string {
  const runs: string[] = []
  let end = 0
  for (let i = 0; i < points.length; ) {
    const start = points[i] ?? 0
    let length = 1
    while (points[i + length] === start + length) length++
    const gap = start - end
    runs.push(length === 1 ? gap.toString(36) : `${gap.toString(36)}+${(length - 1).toString(36)}`)
    end = start + length
    i += length
  }
  return runs.join(' ')
}

if (process.argv[1] === import.meta.filename) {
  const packed = packRanges(bundledCodePoints())
  const target = new URL('../src/kernel/printable.generated.ts', import.meta.url)
  const comment =
    '// Made by `npx tsx tools/font-coverage.ts` from the bundled fonts; see src/kernel/printable.ts.\n'
  writeFileSync(target, `${comment}export const coverage =\n  '${packed}'\n`)
  console.log(`src/kernel/printable.generated.ts：${packed.length} 字节`)
}
