import { describe, expect, it } from 'vitest'
import { guidingOpinion } from './guiding-opinion-2022.ts'
import { findClause, library } from './library.ts'
import { parameterAt, parameterIfAny, parameters, warnDays } from './parameters.ts'
import { procedureProfile } from './terms/entrusting-type.ts'

const every = library.flatMap((source) =>
  Object.entries(source.clauses).map(([key, text]) => ({ source, key, text })),
)

describe('规范性文件', () => {
  it('has one id per document and a date of entry into force', () => {
    expect(new Set(library.map((source) => source.id)).size).toBe(library.length)
    for (const { inForceFrom } of library) expect(inForceFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('summarises every clause in one line of our own', () => {
    for (const { key, text } of every) {
      expect(text.heading, key).not.toBe('')
      expect(text.says.length, key).toBeGreaterThan(4)
      expect(text.says, key).not.toContain('\n')
    }
  })

  it('finds each clause again by the id that a finding carries', () => {
    for (const { source, key } of every) expect(findClause(source.clause(key).id)?.key).toBe(key)
    expect(findClause('法释〔2020〕12号#第99条')).toBeUndefined()
    expect(findClause('no such document#第1条')).toBeUndefined()
  })

  it('has every item of the guiding opinion from 一（一） to 三（三）', () => {
    const items = Object.keys(guidingOpinion.clauses).filter((key) => key.endsWith('）'))
    const expected = [
      ['一', '一二'],
      ['二', '一二三四五六七八'],
      ['三', '一二三'],
    ].flatMap(([chapter, numbers]) => [...(numbers ?? '')].map((number) => `${chapter}（${number}）`))
    expect(items).toEqual(expected)
  })
})

describe('可调整的数字', () => {
  it('never has two values for one parameter, profile and day', () => {
    for (const on of ['2021-06-01', '2024-06-01', '2026-11-22']) {
      for (const profile of procedureProfile.codes) {
        const inForce = parameters.filter(
          (p) => p.from <= on && on <= (p.until ?? '9999') && (p.profiles?.includes(profile) ?? true),
        )
        expect(new Set(inForce.map((p) => p.id)).size, `${on} ${profile}`).toBe(inForce.length)
      }
    }
  })

  it.each([
    ['main-limit', 'COURT_CIVIL', 30, '法〔2020〕202号#第13条'],
    ['main-limit', 'ADMIN', 30, '司法部令第132号#第28条'],
    ['main-limit-complex', 'COURT_CIVIL', 60, '法〔2020〕202号#第13条'],
    ['court-submission', 'COURT_CIVIL', 5, '法〔2020〕202号#第8条'],
    ['extension-max', 'PARTY', 30, '司法部令第132号#第28条'],
    ['intake-decision', 'PARTY', 7, '广东省司法鉴定管理条例#第27条'],
    ['retention', 'CRIMINAL', 30, '广东省司法鉴定管理条例#第51条'],
  ] as const)('%s for %s is %i', (id, profile, value, clause) => {
    expect(parameterAt(id, '2026-11-22', profile)).toMatchObject({ value, source: { id: clause } })
  })

  it('leaves the extension of a civil court case to the court', () => {
    expect(parameterIfAny('extension-max', '2026-11-22', 'COURT_CIVIL')).toBeUndefined()
    expect(() => parameterAt('court-submission', '2026-11-22', 'PARTY')).toThrow('court-submission')
  })

  it('takes the value of the day asked about', () => {
    expect(parameterAt('intake-decision', '2021-01-04').source.source).toBe('司法部令第132号')
    expect(parameterAt('intake-decision', '2022-07-01').source.source).toBe('广东省司法鉴定管理条例')
    expect(warnDays('2026-11-22')).toEqual([10, 5, 1])
  })
})
