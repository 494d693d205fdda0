import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseCodeWithCheckDigit, checkCaseCode, parseCaseCode } from './case-code.ts'
import type { Checked } from './checked.ts'
import { checkIpc, checkLocarno } from './classification.ts'
import { checkCourtCaseNumber, parseCourtCaseNumber, printCourtCaseNumber } from './court-case-number.ts'
import { checkLayoutNumber } from './layout-number.ts'
import { checkOpinionNumber, parseOpinionNumber, printOpinionNumber } from './opinion-number.ts'
import {
  checkPatentNumber,
  type PatentKind,
  parsePatentNumber,
  patentNumberWithCheckDigit,
  printPatentNumber,
} from './patent-number.ts'
import { checkRegionCode } from './region.ts'
import { checkResidentId, maskResidentId, withResidentIdCheckDigit } from './resident-id.ts'
import { checkUnifiedSocialCreditCode, withCreditCodeCheckCharacters } from './unified-social-credit-code.ts'
import { checkVerificationCode, printVerificationCode, verificationCode } from './verification-code.ts'

const ok = (value: string) => ({ ok: true, value })

describe('统一社会信用代码', () => {
  it.each([
    '91110108MA0000015T',
    '51100000500000015P',
    '12440000455800020H',
    '91310115MA1H00039W',
    '91350200MA2YJ1XR9G',
  ])('accepts %s', (code) => expect(checkUnifiedSocialCreditCode(code)).toEqual(ok(code)))

  it.each(['91350203M0001QAY9B', '91350100M0001TGQXM'])('doubts the pilot code %s', (code) => {
    expect(checkUnifiedSocialCreditCode(code)).toMatchObject({ ok: 'doubtful', value: code })
  })

  it('reads lower case, blanks and full width', () => {
    expect(checkUnifiedSocialCreditCode(' 91110108ｍａ0000015t ')).toEqual(ok('91110108MA0000015T'))
  })

  it.each([
    ['91110108MA00000150I', '第19位“I”'],
    ['91110108MA0000015', '现为17位'],
    ['91110108MA0000025T', '第17位'],
    ['91990108MA0000015T', '第3至8位'],
  ])('says what is wrong with %s', (code, reason) => {
    expect(checkUnifiedSocialCreditCode(code)).toMatchObject({
      ok: false,
      reason: expect.stringContaining(reason),
    })
  })

  it('never quietly accepts a valid code with one character changed', () => {
    const code = withCreditCodeCheckCharacters('91110108MA000001')
    expect(code).toBe('91110108MA0000015T')
    everyChange(code, '0123456789ABCDEFGHJKLMNPQRTUWXY', (changed) =>
      expect(checkUnifiedSocialCreditCode(changed).ok, changed).not.toBe(true),
    )
  })
})

describe('公民身份号码', () => {
  it.each(['11010519491231002X', '110101199001010015', '310101198506150024', '440300198802290033'])(
    'accepts %s',
    (id) => expect(checkResidentId(id)).toEqual(ok(id)),
  )

  it.each([
    ['440300198702290033', '出生日期'],
    ['990101199001010015', '第1至2位'],
    ['110101199001010016', '应为“5”'],
    ['11010119900101001', '现为17位'],
  ])('rejects %s', (id, reason) => {
    expect(checkResidentId(id)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })

  it('rejects every single changed digit, and masks the middle', () => {
    const id = withResidentIdCheckDigit('11010119900101001')
    everyChange(id, '0123456789', (changed) => expect(checkResidentId(changed).ok, changed).toBe(false))
    expect(maskResidentId(id)).toBe('110101********0015')
  })
})

describe('专利号', () => {
  const published = [
    '201710601862.3',
    'ZL201810557067.3',
    '95115608.X',
    '97101765.4',
    '200710125477.2',
    '202310000001.5',
    '202320000002.5',
    '202330000003.5',
    '200810034208.X',
  ]
  it.each(published)('accepts %s', (number) => expect(checkPatentNumber(number)).toEqual(ok(number)))

  it.each([
    ['ＺＬ 2018 1 0557067．3', 'ZL201810557067.3'],
    ['zl2018105570673', 'ZL201810557067.3'],
    ['CN201810557067.3', '201810557067.3'],
  ])('normalises %s', (typed, stored) => expect(checkPatentNumber(typed)).toEqual(ok(stored)))

  it.each([
    ['ZL201810557067.4', '应为“3”，现为“4”'],
    ['201810557067', '应为“3”'],
    ['201850557067.3', '第5位种类号“5”'],
    ['199910557067.3', '申请年份'],
    ['CN101197017A', '公开（公告）号'],
    ['2018105570', '10位'],
    ['专利一', '只含数字'],
  ])('says what is wrong with %s', (number, reason) => {
    expect(checkPatentNumber(number)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })

  it.each([
    ['ZL201810557067.3', 'PATENT_INVENTION', 2018],
    ['201020167865.4', 'PATENT_UTILITY_MODEL', 2010],
    ['202330000003.5', 'PATENT_DESIGN', 2023],
    ['99110929.5', 'PATENT_INVENTION', 1999],
  ])('reads kind and year from %s', (number, kind, year) => {
    expect(parsePatentNumber(number)).toMatchObject({ kind, year })
  })

  it.each(published)('rejects every single changed digit of %s', (number) => {
    everyChange(number.replace('ZL', ''), '0123456789', (changed) =>
      expect(checkPatentNumber(changed).ok, changed).toBe(false),
    )
  })

  it('prints what it parsed, for every number it builds', () => {
    const kind = fc.constantFrom<PatentKind>('PATENT_INVENTION', 'PATENT_UTILITY_MODEL', 'PATENT_DESIGN')
    fc.assert(
      fc.property(
        fc.integer({ min: 2004, max: 2060 }),
        kind,
        fc.integer({ min: 0, max: 9_999_999 }),
        (year, of, serial) => {
          const number = patentNumberWithCheckDigit(year, of, serial)
          const parsed = parsePatentNumber(number)
          expect(parsed).toMatchObject({ granted: true, year, kind: of })
          expect(parsed && printPatentNumber(parsed)).toBe(number)
        },
      ),
    )
  })
})

describe('法院案号', () => {
  it.each([
    ['（2022）最高法知行终322号', '行终', '2022'],
    ['(2023)最高法知民终1590号', '民终', '2023'],
    ['(2024)京73民初123号', '民初', '2024'],
    ['(2020)鄂0102行初123号', '行初', '2020'],
    ['(2021)粤01执5号', '执', '2021'],
    [' ( 2019 ) 沪 73 知民初 8 号 之一 ', '民初', '2019'],
  ])('accepts the new form %s and stores full-width brackets', (text, type, year) => {
    expect(checkCourtCaseNumber(text)).toMatchObject({
      ok: true,
      value: expect.stringMatching(new RegExp(`^（${year}）`)),
    })
    expect(parseCourtCaseNumber(text)).toMatchObject({ form: 'new', type })
  })

  it.each([
    '（2012）民申字第1544号',
    '（2014）沪高民三（知）终字第12号',
    '（2005）民三提字第1号',
    '（2004）辽民四知终字第67号',
  ])('accepts the old form %s', (text) => expect(checkCourtCaseNumber(text)).toEqual(ok(text)))

  it.each(['（2019）民申字第1544号', '（2012）京73民初1号'])(
    'doubts %s, whose form is not of its year',
    (text) => expect(checkCourtCaseNumber(text).ok).toBe('doubtful'),
  )

  it.each([
    ['2024京73民初123号', '四位收案年度'],
    ['（2024）京73民初123', '缺少末尾的“号”'],
    ['（2024）京73民初号', '案件编号'],
    ['（2024）洋73民初1号', '法院代字'],
    ['（2024）京7民初1号', '格式不符'],
  ])('says what is wrong with %s', (text, reason) => {
    expect(checkCourtCaseNumber(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })

  it('prints what it parsed', () => {
    for (const text of [
      '（2022）最高法知行终322号',
      '（2014）沪高民三（知）终字第12号',
      '（2020）鄂0102民初9号之二',
    ]) {
      const parsed = parseCourtCaseNumber(text)
      expect(parsed && printCourtCaseNumber(parsed)).toBe(text)
    }
  })
})

describe('平台自有编码', () => {
  it('gives each case a code of 21 characters that reads back and rejects every changed digit', () => {
    const parts = { year: 2026, region: '440100', institution: 3, ipType: '01', serial: 42 }
    const code = caseCodeWithCheckDigit(parts)
    expect(code).toMatch(/^20264401000030100042[\dX]$/)
    expect(parseCaseCode(code)).toEqual(parts)
    everyChange(code, '0123456789', (changed) => expect(checkCaseCode(changed).ok, changed).toBe(false))
  })

  it('refuses to build a code out of range', () => {
    expect(() =>
      caseCodeWithCheckDigit({ year: 2026, region: '440100', institution: 3, ipType: '01', serial: 100_000 }),
    ).toThrow(RangeError)
  })

  it('makes one verification code for every 40 random bits and reads it back as typed', () => {
    const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(bytes, (random) => {
        const code = verificationCode(random)
        expect(checkVerificationCode(printVerificationCode(code).toLowerCase())).toEqual(ok(code))
      }),
    )
    expect(verificationCode(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff))).toBe('ZZZZZZZZ')
    expect(checkVerificationCode('o1lI-ab23')).toEqual(ok('0111AB23'))
    expect(checkVerificationCode('ABCDU234')).toMatchObject({ ok: false })
    expect(checkVerificationCode('ABCD')).toMatchObject({ ok: false })
  })

  it('prints and parses an opinion number', () => {
    const number = { institution: '明鉴', year: 2026, serial: 12 }
    expect(printOpinionNumber(number)).toBe('明鉴[2026]知鉴字第12号')
    expect(parseOpinionNumber('明鉴〔２０２６〕知鉴字 第12号')).toEqual(number)
    expect(checkOpinionNumber('明鉴[2026]知鉴字第012号')).toMatchObject({ ok: false })
  })
})

describe('分类号、区划与布图设计登记号', () => {
  it.each<[(text: string) => Checked, string, string]>([
    [checkIpc, 'g06f17/30', 'G06F 17/30'],
    [checkLocarno, 'LOC(13)06-01', '06-01'],
    [checkRegionCode, '440100', '440100'],
    [checkLayoutNumber, 'BS.125005202', 'BS.12500520.2'],
    [checkLayoutNumber, 'BS.08500145.7', 'BS.08500145.7'],
    [checkLayoutNumber, 'BS.09500108.5', 'BS.09500108.5'],
  ])('%o accepts %s', (check, text, value) => expect(check(text)).toEqual(ok(value)))

  it.each<[(text: string) => Checked, string, unknown]>([
    [checkIpc, 'G06', false],
    [checkLocarno, '33-01', false],
    [checkRegionCode, '990000', false],
    [checkLayoutNumber, 'BS.12500520.3', 'doubtful'],
  ])('%o does not accept %s', (check, text, verdict) => expect(check(text).ok).toBe(verdict))
})

function everyChange(valid: string, alphabet: string, look: (changed: string) => void): void {
  for (const [index, was] of [...valid].entries()) {
    if (was === '.') continue
    for (const char of alphabet) if (char !== was) look(valid.slice(0, index) + char + valid.slice(index + 1))
  }
}
