import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { claimNumbers, parseClaims } from './parse-claims.ts'

const set = `1. 一种板桩，包括第一连接部和第二连接部，其特征在于：所述第二连接部中部具有凸起，厚度为0.3 mm。
2. 根据权利要求1所述的板桩，其特征在于：所述凸起为金属。
3. 根据权利要求1或2所述的板桩，其特征在于：所述突起的高度最好是3 mm。
4、如权利要求1-3任一权利要求所述的桩，其特征在于，所述第一连接部为塑料
6. 根据权利要求5和7所述的板桩，其特征在于，所述第二连接部为木材。其厚度为5 mm。
7. 一种制造权利要求1所述的板桩的方法，其特征在于，浇筑混凝土。`

describe('权利要求书', () => {
  const { claims, faults } = parseClaims(set)

  it('reads numbers, dependency and subject', () => {
    expect(
      claims.map(({ no, independent, dependsOn, subject }) => [no, independent, dependsOn, subject]),
    ).toEqual([
      [1, true, [], '板桩'],
      [2, false, [1], '板桩'],
      [3, false, [1, 2], '板桩'],
      [4, false, [1, 2, 3], '桩'],
      [6, false, [5, 7], '板桩'],
      [7, true, [], '制造权利要求1所述的板桩的方法'],
    ])
    for (const claim of claims) expect(set.slice(claim.start, claim.end)).toBe(claim.text)
  })

  it('tells every drafting fault that was put in, and no other', () => {
    expect(faults.map(({ claim, kind, quote }) => [claim, kind, quote])).toEqual([
      [3, 'vague', '最好是'],
      [3, 'antecedent', '所述突起'],
      [4, 'multiple-on-multiple', '权利要求3'],
      [4, 'subject', '桩'],
      [4, 'full-stop', '在于，所述第一连接部为塑料'.slice(-10)],
      [6, 'numbering', '6'],
      [6, 'reference', '权利要求5'],
      [6, 'reference', '权利要求7'],
      [6, 'not-alternative', '根据权利要求5和7所述的板桩，其特征在于，'.slice(0, 20)],
      [6, 'full-stop', '述第二连接部为木材。'],
      [6, 'antecedent', '所述第二连接部'],
    ])
    expect(faults.find((fault) => fault.quote === '所述突起')?.says).toContain('前文为“凸起”')
  })

  it.each([
    ['1-4任一', [1, 2, 3, 4]],
    ['1至3中任一项', [1, 2, 3]],
    ['2、3或5', [2, 3, 5]],
    ['1～2', [1, 2]],
    ['4-1', [1, 4]],
    ['', []],
  ])('reads the reference %s', (list, numbers) => expect(claimNumbers(list)).toEqual(numbers))

  it('knows a term with Latin letters from its introduction', () => {
    const text =
      '1. 一种U型混凝土板桩，具有PVC管。\n2. 根据权利要求1所述的U型混凝土板桩，其特征在于所述PVC管中空。'
    expect(parseClaims(text).faults).toEqual([])
  })

  it('takes a text without numbers as one claim, and nothing as none', () => {
    expect(parseClaims('一种筒体，其特征在于壁厚2 mm。').claims).toMatchObject([
      { no: 1, independent: true, subject: '筒体' },
    ])
    expect(parseClaims(' \n').claims).toEqual([])
  })
})

const folder = new URL('../../../../shared/cases/claims/', import.meta.url)
const here = existsSync(folder)

describe.skipIf(!here)('真实权利要求书（skipped: data not here）', () => {
  const files = here
    ? readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    : []

  it.each(files.map((file) => [file.id, file]))(
    '%s: numbers, texts and dependency graph as labelled',
    (_, file) => {
      const pick = ({ no, text, independent, dependsOn, multipleDependent }: Record<string, unknown>) => ({
        no,
        text,
        independent,
        dependsOn,
        multipleDependent,
      })
      const read = parseClaims(file.officialText).claims.map((claim) => pick({ ...claim }))
      expect(read).toEqual(file.claims.map(pick))
    },
  )
})
