import { expect, it } from 'vitest'
import { entrustingType, isUnilateral, procedureProfile, profileOf } from './entrusting-type.ts'
import { ipType, ipTypeDigits, ipTypeOfDigits } from './ip-type.ts'
import { sectorOf, technicalField } from './technical-field.ts'

it('gives every IP type its own two digits, which read back', () => {
  expect(new Set(Object.values(ipTypeDigits)).size).toBe(ipType.codes.length)
  for (const code of ipType.codes) expect(ipTypeOfDigits(ipTypeDigits[code])).toBe(code)
  expect(ipTypeOfDigits('50')).toBeUndefined()
})

it('gives every entrusting type a procedure profile, and uses every profile', () => {
  expect(new Set(entrustingType.codes.map(profileOf))).toEqual(new Set(procedureProfile.codes))
  expect(entrustingType.codes.filter(isUnilateral)).toEqual(['PARTY', 'LAW_FIRM'])
})

it('puts the 35 fields into five sectors as WIPO does', () => {
  expect(technicalField.codes).toHaveLength(35)
  const first = technicalField.codes.filter(
    (code, i) => i === 0 || sectorOf(code) !== sectorOf(technicalField.codes[i - 1] ?? 'F01'),
  )
  expect(first.map((code) => [code, sectorOf(code)])).toEqual([
    ['F01', '电气工程'],
    ['F09', '仪器'],
    ['F14', '化学'],
    ['F25', '机械工程'],
    ['F33', '其他领域'],
  ])
})
