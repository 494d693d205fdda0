import { describe, expect, it } from 'vitest'
import {
  checkStandardNumber,
  kindOfStandardNumber,
  provinceOfStandardNumber,
  standardSlug,
} from './identifiers/standard-number.ts'
import { knownStandards } from './standards-known.ts'
import { knownTerms } from './terms-known.ts'

describe('the number of a standard', () => {
  it.each([
    ['GB/T 45563.2—2025', 'GB/T 45563.2—2025', 'NATIONAL'],
    ['ＧＢ／Ｔ45563.2-2025', 'GB/T 45563.2—2025', 'NATIONAL'],
    ['gb 2312—1980', 'GB 2312—1980', 'NATIONAL'],
    ['SF/T 0158–2023', 'SF/T 0158—2023', 'INDUSTRY'],
    ['DB4403/T 263—2022', 'DB4403/T 263—2022', 'LOCAL'],
    ['DB31/T 1—2020', 'DB31/T 1—2020', 'LOCAL'],
    ['T/CIPS 001-2022', 'T/CIPS 001—2022', 'GROUP'],
  ])('%s is kept as %s', (typed, value, kind) => {
    expect(checkStandardNumber(typed)).toEqual({ ok: true, value })
    expect(kindOfStandardNumber(value)).toBe(kind)
  })

  it.each([
    '',
    'GB/T 45563.2',
    '45563—2025',
    'GB/T 45563.2—25',
    'DB9900/T 1—2020',
    'T/ 1—2020',
    'GB/T 1—1979',
  ])('is not %j', (typed) => {
    expect(checkStandardNumber(typed)).toMatchObject({ ok: false, reason: expect.stringMatching(/[一-鿿]/) })
  })

  it('of an industry that is not known here is doubtful', () => {
    expect(checkStandardNumber('QX/T 1—2020')).toMatchObject({ ok: 'doubtful', value: 'QX/T 1—2020' })
  })

  it('says the province of a local standard and has an address', () => {
    expect(provinceOfStandardNumber('DB4403/T 263—2022')).toBe('44')
    expect(provinceOfStandardNumber('GB/T 1—2020')).toBeUndefined()
    expect(standardSlug('GB/T 45563.2—2025')).toBe('gb-t-45563.2-2025')
  })
})

describe('what is known of standards and terms', () => {
  it('is told once each, with valid numbers that are the addresses', () => {
    expect(new Set(knownStandards.map(({ slug }) => slug)).size).toBe(knownStandards.length)
    for (const { number, slug, kind } of knownStandards.filter((each) => each.number !== '')) {
      expect(checkStandardNumber(number)).toEqual({ ok: true, value: number })
      expect(standardSlug(number)).toBe(slug)
      expect(kindOfStandardNumber(number)).toBe(kind)
    }
    expect(new Set(knownTerms.map(({ zh }) => zh)).size).toBe(knownTerms.length)
  })

  it('never calls confirmed what has no number, and says of each what it rests on', () => {
    for (const { certainty, number, basis, slug } of knownStandards) {
      if (certainty === 'confirmed') expect(number, slug).not.toBe('')
      expect(basis.length, slug).toBeGreaterThan(10)
    }
  })

  it('marks a clause whose number was not seen as to be confirmed', () => {
    for (const { no, confirmed } of knownStandards.flatMap(({ clauses = [] }) => clauses))
      expect(no.startsWith('待确认')).toBe(confirmed !== true)
  })
})
