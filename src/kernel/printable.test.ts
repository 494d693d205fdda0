import { describe, expect, it } from 'vitest'
import { bundledCodePoints, packRanges } from '../../tools/font-coverage.ts'
import { coverage } from './printable.generated.ts'
import { nameOfCharacter, unprintable } from './printable.ts'

describe('what documents can be printed with', () => {
  it('is just what the bundled fonts have', () => {
    expect(coverage).toBe(packRanges(bundledCodePoints()))
    const missing = bundledCodePoints().filter((point) => unprintable(String.fromCodePoint(point)).length > 0)
    const visible = missing.filter(
      (point) =>
        !/[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u.test(
          String.fromCodePoint(point),
        ),
    )
    expect(visible).toEqual([])
  })

  it.each([
    ['rare characters that the fonts have', '䶮𬭚', []],
    ['a rare character that they lack', '张𠮷𠮷', ['𠮷']],
    ['ordinary text with lines', '一、鉴定意见：“相同”……\n\tA’ ≤ 5 μm (±0.1%)', []],
    ['control characters', 'a\u0000b\u0007', ['\u0000', '\u0007']],
    ['marks that reorder what is read', '1\u202E2', ['\u202E']],
    ['zero-width characters', 'x\u200By\uFEFF', ['\u200B', '\uFEFF']],
    ['half of a pair', 'x\uD842', ['\uD842']],
    ['emoji', '好😀', ['😀']],
  ])('finds %s', (_, text, found) => {
    expect(unprintable(text)).toEqual(found)
  })

  it('names what it refuses, without printing what cannot be seen', () => {
    expect(nameOfCharacter('𠮷')).toBe('“𠮷”（U+20BB7）')
    expect(nameOfCharacter('\u202E')).toBe('U+202E')
  })
})
